CREATE TABLE `cleaned_texts` (
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`field` text NOT NULL,
	`removal_id` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`table_name`, `row_id`, `field`),
	FOREIGN KEY (`removal_id`) REFERENCES `removals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cleaned_texts_removal` ON `cleaned_texts` (`removal_id`);--> statement-breakpoint
CREATE TABLE `reissued_copies` (
	`removal_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`before_sha256` text NOT NULL,
	`after_sha256` text NOT NULL,
	PRIMARY KEY(`removal_id`, `submission_id`),
	FOREIGN KEY (`removal_id`) REFERENCES `removals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reissued_copies_submission` ON `reissued_copies` (`submission_id`);--> statement-breakpoint
CREATE TABLE `removals` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`response_id` text,
	`scope` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`removed_by` text NOT NULL,
	`role` text NOT NULL,
	`removed_at` integer NOT NULL,
	`counts` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "removals_scope" CHECK(scope in ('here', 'review', 'school')),
	CONSTRAINT "removals_reason" CHECK(reason in ('child', 'family', 'staff', 'health', 'other')),
	CONSTRAINT "removals_role" CHECK(role in ('head', 'coordinator', 'manager'))
);
--> statement-breakpoint
CREATE INDEX `removals_school` ON `removals` (`school_id`,`removed_at`);--> statement-breakpoint
CREATE TABLE `withdrawn_documents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`removal_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`sealed_at` integer NOT NULL,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removal_id`) REFERENCES `removals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `withdrawn_documents_submission` ON `withdrawn_documents` (`submission_id`);