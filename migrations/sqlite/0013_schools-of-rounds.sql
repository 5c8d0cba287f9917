CREATE TABLE `round_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`content` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_drafts_organisation` ON `round_drafts` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `round_schools` (
	`round_id` text NOT NULL,
	`school_id` text NOT NULL,
	`participation` text NOT NULL,
	`created_at` integer NOT NULL,
	`invited_at` integer,
	`joined_at` integer,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`first_deadline` text,
	`final_deadline` text,
	`extended_at` integer,
	`extended_reason` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`round_id`, `school_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "round_schools_participation" CHECK(participation in ('expected', 'invited', 'joined'))
);
--> statement-breakpoint
CREATE INDEX `round_schools_school` ON `round_schools` (`school_id`);--> statement-breakpoint
ALTER TABLE `rounds` ADD `year` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `message` text DEFAULT '' NOT NULL;--> statement-breakpoint
INSERT INTO round_schools (round_id, school_id, participation, created_at, invited_at, joined_at, withdrawn_at, withdrawn_reason, version)
SELECT responses.round_id, responses.school_id,
  CASE WHEN max(rounds.rolling) = 1 AND sum(CASE WHEN responses.state = 'not-started' THEN 0 ELSE 1 END) > 0 THEN 'joined' ELSE 'invited' END,
  min(responses.created_at), min(responses.created_at),
  CASE WHEN max(rounds.rolling) = 1 AND sum(CASE WHEN responses.state = 'not-started' THEN 0 ELSE 1 END) > 0 THEN min(responses.created_at) END,
  CASE WHEN sum(CASE WHEN responses.state = 'withdrawn' THEN 0 ELSE 1 END) = 0 THEN max(responses.updated_at) END,
  CASE WHEN sum(CASE WHEN responses.state = 'withdrawn' THEN 0 ELSE 1 END) = 0 THEN '' END,
  1
FROM responses INNER JOIN rounds ON rounds.id = responses.round_id
GROUP BY responses.round_id, responses.school_id;