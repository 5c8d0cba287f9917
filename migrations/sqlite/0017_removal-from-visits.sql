CREATE TABLE `reissued_records` (
	`removal_id` text NOT NULL,
	`visit_id` text NOT NULL,
	`before_sha256` text NOT NULL,
	`after_sha256` text NOT NULL,
	PRIMARY KEY(`removal_id`, `visit_id`),
	FOREIGN KEY (`removal_id`) REFERENCES `removals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reissued_records_visit` ON `reissued_records` (`visit_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_removals` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`response_id` text,
	`visit_id` text,
	`scope` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`removed_by` text NOT NULL,
	`role` text NOT NULL,
	`removed_at` integer NOT NULL,
	`counts` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "removals_scope" CHECK(scope in ('here', 'review', 'visit', 'school')),
	CONSTRAINT "removals_reason" CHECK(reason in ('child', 'family', 'staff', 'health', 'other')),
	CONSTRAINT "removals_role" CHECK(role in ('head', 'coordinator', 'manager'))
);
--> statement-breakpoint
INSERT INTO `__new_removals`("id", "school_id", "response_id", "visit_id", "scope", "reason", "note", "removed_by", "role", "removed_at", "counts") SELECT "id", "school_id", "response_id", null, "scope", "reason", "note", "removed_by", "role", "removed_at", "counts" FROM `removals`;--> statement-breakpoint
DROP TABLE `removals`;--> statement-breakpoint
ALTER TABLE `__new_removals` RENAME TO `removals`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `removals_school` ON `removals` (`school_id`,`removed_at`);--> statement-breakpoint
CREATE TABLE `__new_withdrawn_documents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`submission_id` text,
	`visit_id` text,
	`removal_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`sealed_at` integer NOT NULL,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removal_id`) REFERENCES `removals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "withdrawn_documents_owner" CHECK((submission_id is null) <> (visit_id is null))
);
--> statement-breakpoint
INSERT INTO `__new_withdrawn_documents`("sha256", "submission_id", "visit_id", "removal_id", "asked_at", "sealed_at", "withdrawn_at") SELECT "sha256", "submission_id", null, "removal_id", "asked_at", "sealed_at", "withdrawn_at" FROM `withdrawn_documents`;--> statement-breakpoint
DROP TABLE `withdrawn_documents`;--> statement-breakpoint
ALTER TABLE `__new_withdrawn_documents` RENAME TO `withdrawn_documents`;--> statement-breakpoint
CREATE INDEX `withdrawn_documents_submission` ON `withdrawn_documents` (`submission_id`);--> statement-breakpoint
CREATE INDEX `withdrawn_documents_visit` ON `withdrawn_documents` (`visit_id`);