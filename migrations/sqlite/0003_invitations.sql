CREATE TABLE `access_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`year` text NOT NULL,
	`term` integer NOT NULL,
	`checked_by` text NOT NULL,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_checks_term` ON `access_checks` (`school_id`,`year`,`term`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`email` text NOT NULL,
	`email_normal` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`school_id` text,
	`organisation_id` text,
	`questionnaire_key` text,
	`signing_title` text,
	`from_date` text NOT NULL,
	`to_date` text,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`sends` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`withdrawn_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_role" CHECK(role in ('head', 'coordinator', 'contributor', 'governor', 'officer', 'manager', 'reviewer')),
	CONSTRAINT "invitations_place" CHECK((school_id is null) <> (organisation_id is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_hash` ON `invitations` (`hash`);--> statement-breakpoint
CREATE INDEX `invitations_school` ON `invitations` (`school_id`);--> statement-breakpoint
CREATE INDEX `invitations_organisation` ON `invitations` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `invitations_email` ON `invitations` (`email_normal`);--> statement-breakpoint
CREATE TABLE `school_claims` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`tries` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `school_claims_school` ON `school_claims` (`school_id`,`created_at`);