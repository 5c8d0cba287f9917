CREATE TABLE `version_move_answers` (
	`move_id` text NOT NULL,
	`key` text NOT NULL,
	`revision` integer NOT NULL,
	`revision_after` integer NOT NULL,
	PRIMARY KEY(`move_id`, `key`),
	FOREIGN KEY (`move_id`) REFERENCES `version_moves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `version_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`from_version_id` text NOT NULL,
	`to_version_id` text NOT NULL,
	`moved_by` text NOT NULL,
	`moved_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`moved_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `version_moves_response` ON `version_moves` (`response_id`);--> statement-breakpoint
CREATE TABLE `version_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`version_id` text NOT NULL,
	`finish_by` text,
	`offered_by` text NOT NULL,
	`offered_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `version_offers_round` ON `version_offers` (`round_id`);