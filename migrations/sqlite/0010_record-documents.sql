PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text,
	`visit_id` text,
	`state` text NOT NULL,
	`bytes` blob,
	`sha256` text,
	`pages` integer,
	`size` integer,
	`certificate_id` text,
	`problem` text,
	`created_at` integer NOT NULL,
	`ready_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `seal_certificates`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_owner" CHECK((submission_id is null) <> (visit_id is null)),
	CONSTRAINT "documents_state" CHECK(state in ('pending', 'ready', 'failed'))
);
--> statement-breakpoint
INSERT INTO `__new_documents`("id", "submission_id", "visit_id", "state", "bytes", "sha256", "pages", "size", "certificate_id", "problem", "created_at", "ready_at", "version") SELECT "id", "submission_id", null, "state", "bytes", "sha256", "pages", "size", "certificate_id", "problem", "created_at", "ready_at", "version" FROM `documents`;--> statement-breakpoint
DROP TABLE `documents`;--> statement-breakpoint
ALTER TABLE `__new_documents` RENAME TO `documents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `documents_submission` ON `documents` (`submission_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_visit` ON `documents` (`visit_id`);--> statement-breakpoint
CREATE INDEX `documents_hash` ON `documents` (`sha256`);