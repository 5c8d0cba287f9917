CREATE TABLE `support_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`questionnaire_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`about` text NOT NULL,
	`dates` text NOT NULL,
	`booking` text NOT NULL,
	`link` text,
	`email` text,
	`telephone` text,
	`item_keys` text NOT NULL,
	`districts` text NOT NULL,
	`school_id` text,
	`agreed_on` text,
	`valid_from` text,
	`valid_to` text,
	`retired_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "support_entries_kind" CHECK(kind in ('course', 'contact', 'template', 'school'))
);
--> statement-breakpoint
CREATE INDEX `support_entries_questionnaire` ON `support_entries` (`questionnaire_id`);--> statement-breakpoint
CREATE TABLE `support_history` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `support_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `support_history_version` ON `support_history` (`entry_id`,`version`);