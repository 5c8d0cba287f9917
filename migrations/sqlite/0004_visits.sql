CREATE TABLE `action_check_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`term` text NOT NULL,
	`answer` text NOT NULL,
	`line` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_check_ins_answer" CHECK(answer in ('done', 'on-the-way', 'stuck'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `action_check_ins_term` ON `action_check_ins` (`action_id`,`term`);--> statement-breakpoint
CREATE TABLE `reviewer_interests` (
	`reviewer_id` text NOT NULL,
	`school_id` text NOT NULL,
	`declared_on` text NOT NULL,
	PRIMARY KEY(`reviewer_id`, `school_id`),
	FOREIGN KEY (`reviewer_id`) REFERENCES `reviewers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviewer_interests_school` ON `reviewer_interests` (`school_id`);--> statement-breakpoint
CREATE TABLE `reviewers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`post` text NOT NULL,
	`home_school_id` text,
	`home_school_name` text NOT NULL,
	`home_authority` text NOT NULL,
	`trust_standing` text NOT NULL,
	`trust_name` text,
	`federation_name` text,
	`phases` text NOT NULL,
	`questionnaire_keys` text NOT NULL,
	`districts` text NOT NULL,
	`accredited_until` text NOT NULL,
	`visits_offered` integer NOT NULL,
	`may_lead` integer NOT NULL,
	`assured_on` text,
	`assured_by` text,
	`interests_declared_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`home_school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assured_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviewers_trust" CHECK(trust_standing in ('in-trust', 'no-trust', 'not-recorded'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviewers_person` ON `reviewers` (`organisation_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `visit_requests` (
	`organisation_id` text NOT NULL,
	`school_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `school_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `note_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`author_id` text NOT NULL,
	`answer` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `note_deliveries_visit` ON `note_deliveries` (`visit_id`);--> statement-breakpoint
CREATE TABLE `visit_jottings` (
	`visit_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `author_id`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`author_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`noted_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`filed_to` text,
	`removed_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `visit_activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_notes_kind" CHECK(kind in ('saw', 'works-well', 'wondered'))
);
--> statement-breakpoint
CREATE INDEX `visit_notes_visit` ON `visit_notes` (`visit_id`);--> statement-breakpoint
CREATE TABLE `visit_views` (
	`visit_id` text NOT NULL,
	`reviewer_user_id` text NOT NULL,
	`key` text NOT NULL,
	`view` text NOT NULL,
	`reason` text NOT NULL,
	`given_at` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `reviewer_user_id`, `key`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_views_view" CHECK(view in ('further-on', 'about-there', 'not-there-yet', 'not-looked-at'))
);
--> statement-breakpoint
CREATE TABLE `record_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`kind` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`declaration` text NOT NULL,
	`sha256` text NOT NULL,
	`signed_at` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "record_signatures_word" CHECK(kind in ('second-reviewer', 'lead-reviewer', 'head'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_signatures_kind` ON `record_signatures` (`visit_id`,`kind`);--> statement-breakpoint
CREATE TABLE `visit_findings` (
	`visit_id` text NOT NULL,
	`key` text NOT NULL,
	`view` text NOT NULL,
	`reason` text NOT NULL,
	`saw` text NOT NULL,
	`works_well` text NOT NULL,
	`wondered` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `key`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_findings_view" CHECK(view in ('further-on', 'about-there', 'not-there-yet', 'not-looked-at'))
);
--> statement-breakpoint
CREATE TABLE `visit_follow_ups` (
	`visit_id` text PRIMARY KEY NOT NULL,
	`what_we_did` text NOT NULL,
	`given_by` text,
	`given_at` integer,
	`rating` integer,
	`rating_words` text NOT NULL,
	`rated_by` text,
	`rated_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_points` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`said_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_points_kind" CHECK(kind in ('saw', 'works-well', 'wondered'))
);
--> statement-breakpoint
CREATE INDEX `visit_points_visit` ON `visit_points` (`visit_id`);--> statement-breakpoint
CREATE TABLE `visit_practices` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`school_id` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`consent` integer,
	`consent_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consent_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_practices_visit` ON `visit_practices` (`visit_id`);--> statement-breakpoint
CREATE TABLE `visit_records` (
	`visit_id` text PRIMARY KEY NOT NULL,
	`what_we_did` text NOT NULL,
	`corrections` text NOT NULL,
	`school_words` text NOT NULL,
	`reviewers_view` text NOT NULL,
	`school_view` text NOT NULL,
	`third_person` text NOT NULL,
	`shared_with_governors_at` integer,
	`sent_to_school_at` integer,
	`reference` text,
	`snapshot` text,
	`sha256` text,
	`agreed_at` integer,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_records_reference` ON `visit_records` (`reference`);--> statement-breakpoint
CREATE TABLE `visit_suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`who_might_help` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_suggestions_visit` ON `visit_suggestions` (`visit_id`);--> statement-breakpoint
CREATE TABLE `visit_activities` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`with_whom` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`added_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_activities_kind" CHECK(kind in ('meeting', 'learning-walk', 'lesson', 'pupil-talk', 'parent-talk', 'work-sample', 'document', 'filing', 'three-oclock', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_activities_visit` ON `visit_activities` (`visit_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE TABLE `visit_dates` (
	`visit_id` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `day`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_focus` (
	`visit_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `key`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_focus_kind" CHECK(kind in ('section', 'statement'))
);
--> statement-breakpoint
CREATE TABLE `visit_reviewers` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`user_id` text NOT NULL,
	`part` text NOT NULL,
	`standing` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `reviewers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_reviewers_part" CHECK(part in ('lead', 'second')),
	CONSTRAINT "visit_reviewers_standing" CHECK(standing in ('asked', 'accepted', 'declined', 'replaced'))
);
--> statement-breakpoint
CREATE INDEX `visit_reviewers_visit` ON `visit_reviewers` (`visit_id`);--> statement-breakpoint
CREATE INDEX `visit_reviewers_user` ON `visit_reviewers` (`user_id`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`school_id` text NOT NULL,
	`response_id` text NOT NULL,
	`submission_id` text,
	`state` text NOT NULL,
	`ownership_rule` text NOT NULL,
	`views_first` integer NOT NULL,
	`host_accepted_at` integer,
	`host_accepted_by` text,
	`asked_for_another_at` integer,
	`visit_on` text,
	`starts_at` text,
	`ends_at` text,
	`focus_reason` text NOT NULL,
	`context` text NOT NULL,
	`practical_notes` text NOT NULL,
	`focus_agreed_at` integer,
	`visited_at` integer,
	`cancelled_reason` text,
	`calendar_sequence` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_accepted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visits_state" CHECK(state in ('proposed', 'accepted', 'dated', 'planned', 'visited', 'drafted', 'with-school', 'agreed', 'closed', 'closed-with-both-views', 'cancelled')),
	CONSTRAINT "visits_ownership" CHECK(ownership_rule in ('themes', 'whole-record', 'figures-only'))
);
--> statement-breakpoint
CREATE INDEX `visits_round` ON `visits` (`round_id`);--> statement-breakpoint
CREATE INDEX `visits_school` ON `visits` (`school_id`);--> statement-breakpoint
ALTER TABLE `actions` ADD `source` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `source_id` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `carried_from_id` text;--> statement-breakpoint
ALTER TABLE `schools` ADD `trust_name` text;--> statement-breakpoint
ALTER TABLE `schools` ADD `federation_name` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `visit_ownership` text DEFAULT 'themes' NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `views_first` integer DEFAULT true NOT NULL;