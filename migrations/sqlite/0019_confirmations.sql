CREATE TABLE `confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`school_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`number` integer NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`confirmed_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`snapshot` text NOT NULL,
	`sha256` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	`reminded_weeks` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "confirmations_state" CHECK(state in ('standing', 'superseded', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmations_number` ON `confirmations` (`round_id`,`school_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `confirmations_reference` ON `confirmations` (`reference`);--> statement-breakpoint
CREATE INDEX `confirmations_school` ON `confirmations` (`school_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text,
	`visit_id` text,
	`confirmation_id` text,
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
	FOREIGN KEY (`confirmation_id`) REFERENCES `confirmations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `seal_certificates`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_owner" CHECK((case when submission_id is null then 0 else 1 end) + (case when visit_id is null then 0 else 1 end) + (case when confirmation_id is null then 0 else 1 end) = 1),
	CONSTRAINT "documents_state" CHECK(state in ('pending', 'ready', 'failed'))
);
--> statement-breakpoint
INSERT INTO `__new_documents`("id", "submission_id", "visit_id", "confirmation_id", "state", "bytes", "sha256", "pages", "size", "certificate_id", "problem", "created_at", "ready_at", "version") SELECT "id", "submission_id", "visit_id", null, "state", "bytes", "sha256", "pages", "size", "certificate_id", "problem", "created_at", "ready_at", "version" FROM `documents`;--> statement-breakpoint
DROP TABLE `documents`;--> statement-breakpoint
ALTER TABLE `__new_documents` RENAME TO `documents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `documents_submission` ON `documents` (`submission_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_visit` ON `documents` (`visit_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_confirmation` ON `documents` (`confirmation_id`);--> statement-breakpoint
CREATE INDEX `documents_hash` ON `documents` (`sha256`);