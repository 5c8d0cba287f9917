CREATE TABLE `retention_choices` (
	`school_id` text PRIMARY KEY NOT NULL,
	`school_years` integer,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `retention_erasures` (
	`user_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`way` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retention_erasures_way" CHECK(way in ('own', 'manager', 'schedule'))
);
--> statement-breakpoint
CREATE TABLE `retention_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`school_id` text,
	`told_at` integer NOT NULL,
	`goes_on` text NOT NULL,
	`outcome` text,
	`ended_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retention_notices_kind" CHECK(kind in ('self-review', 'account'))
);
--> statement-breakpoint
CREATE INDEX `retention_notices_subject` ON `retention_notices` (`kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `retention_notices_school` ON `retention_notices` (`school_id`);--> statement-breakpoint
CREATE TABLE `retention_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`removed` integer NOT NULL,
	`oldest_kept` text,
	`preview` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `retention_reports_night` ON `retention_reports` (`organisation_id`,`day`,`kind`);--> statement-breakpoint
CREATE TABLE `retention_schedules` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`started_at` integer,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
