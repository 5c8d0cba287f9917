ALTER TABLE `actions` ADD `where_we_are` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `actions` ADD `where_we_want` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `actions` ADD `resource_or_help` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `actions_carried_from` ON `actions` (`carried_from_id`);