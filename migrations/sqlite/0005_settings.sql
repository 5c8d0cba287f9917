CREATE TABLE `organisation_logos` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`content` blob NOT NULL,
	`sha256` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `email_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`stop_id` text NOT NULL,
	`old_email` text NOT NULL,
	`new_email` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`changed_at` integer,
	`stopped_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_changes_stop` ON `email_changes` (`stop_id`);--> statement-breakpoint
CREATE INDEX `email_changes_user` ON `email_changes` (`user_id`);--> statement-breakpoint
ALTER TABLE `mail_preferences` ADD `digest_day` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `mail_preferences` ADD `reminders` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `telephone` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `contact_on_sign_in` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `head_declaration` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `governor_declaration` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `training_threshold` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `training_gate` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `reply_days` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `governor_declaration` text;