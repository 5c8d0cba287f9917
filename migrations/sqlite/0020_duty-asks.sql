CREATE TABLE `duty_asks` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`duty_id` text NOT NULL,
	`item_key` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`asked_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duty_id`) REFERENCES `duties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `duty_asks_response` ON `duty_asks` (`response_id`);