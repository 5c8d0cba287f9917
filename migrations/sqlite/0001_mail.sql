CREATE TABLE `caught_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`caught_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`digest` integer NOT NULL,
	`digest_made_on` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`user_id` text,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`data` text,
	`state` text NOT NULL,
	`school_id` text,
	`organisation_id` text,
	`bounce_code` text,
	`queued_at` integer NOT NULL,
	`settled_at` integer,
	`seen_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mails_state" CHECK(state in ('queued', 'sent', 'bounced', 'dropped'))
);
--> statement-breakpoint
CREATE INDEX `mails_state` ON `mails` (`state`,`settled_at`);--> statement-breakpoint
CREATE INDEX `mails_user` ON `mails` (`user_id`);--> statement-breakpoint
CREATE TABLE `unsubscribe_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `unsubscribe_tokens_user` ON `unsubscribe_tokens` (`user_id`);