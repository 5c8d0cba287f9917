ALTER TABLE `visit_requests` ADD `round_id` text REFERENCES rounds(id);--> statement-breakpoint
ALTER TABLE `visit_requests` ADD `terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_requests` ADD `words` text DEFAULT '' NOT NULL;