CREATE TABLE `coverage_authorities` (
	`organisation_id` text NOT NULL,
	`la_code` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `la_code`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `register_import_links` (
	`import_id` text NOT NULL,
	`predecessor_urn` text NOT NULL,
	`successor_urn` text NOT NULL,
	`linked_on` text,
	PRIMARY KEY(`import_id`, `predecessor_urn`, `successor_urn`),
	FOREIGN KEY (`import_id`) REFERENCES `register_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `register_import_schools` (
	`import_id` text NOT NULL,
	`urn` text NOT NULL,
	`line` integer NOT NULL,
	`kind` text NOT NULL,
	`changes` text NOT NULL,
	`base_version` integer,
	`school_id` text NOT NULL,
	`la_code` text NOT NULL,
	`la_name` text NOT NULL,
	`establishment_number` text,
	`name` text NOT NULL,
	`type_name` text NOT NULL,
	`type_group` text NOT NULL,
	`status` text NOT NULL,
	`phase_name` text NOT NULL,
	`low_age` integer,
	`high_age` integer,
	`pupils` integer,
	`street` text NOT NULL,
	`town` text NOT NULL,
	`postcode` text NOT NULL,
	`district` text,
	`telephone` text,
	`opened_on` text,
	`closed_on` text,
	`trust_name` text,
	`federation_name` text,
	PRIMARY KEY(`import_id`, `urn`),
	FOREIGN KEY (`import_id`) REFERENCES `register_imports`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "register_import_schools_kind" CHECK(kind in ('added', 'changed', 'closed'))
);
--> statement-breakpoint
CREATE TABLE `register_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`la_codes` text NOT NULL,
	`summary` text NOT NULL,
	`prepared_by` text,
	`prepared_at` integer NOT NULL,
	`applied_by` text,
	`applied_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`applied_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_imports_state" CHECK(state in ('waiting', 'applied', 'set-aside'))
);
--> statement-breakpoint
CREATE INDEX `register_imports_organisation` ON `register_imports` (`organisation_id`,`prepared_at`);--> statement-breakpoint
CREATE TABLE `school_group_members` (
	`group_id` text NOT NULL,
	`school_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `school_id`),
	FOREIGN KEY (`group_id`) REFERENCES `school_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `school_group_members_school` ON `school_group_members` (`school_id`);--> statement-breakpoint
CREATE TABLE `school_group_rules` (
	`group_id` text NOT NULL,
	`fact` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`group_id`, `fact`, `value`),
	FOREIGN KEY (`group_id`) REFERENCES `school_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "school_group_rules_fact" CHECK(fact in ('district', 'trust'))
);
--> statement-breakpoint
CREATE TABLE `school_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_groups_kind" CHECK(kind in ('district', 'area', 'community', 'trust'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `school_groups_name` ON `school_groups` (`organisation_id`,`kind`,`name`);--> statement-breakpoint
ALTER TABLE `school_links` ADD `taken_over_at` integer;--> statement-breakpoint
ALTER TABLE `school_links` ADD `taken_over_by` text;