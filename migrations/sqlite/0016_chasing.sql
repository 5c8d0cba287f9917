CREATE TABLE `district_covers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`covered_by` text NOT NULL,
	`districts` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`covered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `district_covers_organisation` ON `district_covers` (`organisation_id`,`to_date`);--> statement-breakpoint
CREATE TABLE `letter_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`round_id` text NOT NULL,
	`by_user_id` text NOT NULL,
	`unreached_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `officer_districts` (
	`grant_id` text NOT NULL,
	`district` text NOT NULL,
	PRIMARY KEY(`grant_id`, `district`),
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_reminders` (
	`round_id` text PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_lists_name` ON `saved_lists` (`organisation_id`,`user_id`,`name`);--> statement-breakpoint
CREATE TABLE `school_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`school_id` text NOT NULL,
	`round_id` text,
	`kind` text NOT NULL,
	`contact_on` text NOT NULL,
	`with_whom` text NOT NULL,
	`agreed` text,
	`ring_again_on` text,
	`mail_id` text,
	`batch_id` text,
	`by_user_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `letter_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_contacts_kind" CHECK(kind in ('call', 'letter', 'reminder')),
	CONSTRAINT "school_contacts_with" CHECK(with_whom in ('head', 'coordinator', 'office', 'governor', 'other'))
);
--> statement-breakpoint
CREATE INDEX `school_contacts_school` ON `school_contacts` (`organisation_id`,`school_id`,`contact_on`);--> statement-breakpoint
CREATE INDEX `school_contacts_batch` ON `school_contacts` (`batch_id`);--> statement-breakpoint
CREATE TABLE `sent_reminders` (
	`response_id` text NOT NULL,
	`stage` text NOT NULL,
	`deadline_on` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `stage`, `deadline_on`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sent_reminders_stage" CHECK(stage in ('four-weeks', 'one-week', 'day-after', 'final'))
);
--> statement-breakpoint
ALTER TABLE `organisations` ADD `ring_at_most` integer;