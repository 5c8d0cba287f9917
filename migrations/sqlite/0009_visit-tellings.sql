CREATE TABLE `visit_tellings` (
	`visit_id` text NOT NULL,
	`what` text NOT NULL,
	`about` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `what`, `about`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
