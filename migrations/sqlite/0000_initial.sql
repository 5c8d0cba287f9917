CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`response_id` text,
	`item_key` text,
	`title` text NOT NULL,
	`lead_role` text NOT NULL,
	`term` text NOT NULL,
	`priority` integer NOT NULL,
	`how_we_will_know` text NOT NULL,
	`state` text NOT NULL,
	`progress_note` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actions_state" CHECK(state in ('open', 'in-progress', 'done', 'dropped'))
);
--> statement-breakpoint
CREATE INDEX `actions_school` ON `actions` (`school_id`);--> statement-breakpoint
CREATE INDEX `actions_response` ON `actions` (`response_id`);--> statement-breakpoint
CREATE TABLE `answer_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`key` text NOT NULL,
	`revision` integer NOT NULL,
	`based_on` integer NOT NULL,
	`save_id` text NOT NULL,
	`level` text,
	`commentary` text NOT NULL,
	`where_seen` text NOT NULL,
	`duty` text,
	`duty_note` text NOT NULL,
	`help_wanted` integer NOT NULL,
	`to_confirm` integer NOT NULL,
	`value` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_revisions_save` ON `answer_revisions` (`response_id`,`save_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `answer_revisions_number` ON `answer_revisions` (`response_id`,`key`,`revision`);--> statement-breakpoint
CREATE INDEX `answer_revisions_person` ON `answer_revisions` (`response_id`,`saved_by`,`saved_at`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`key` text NOT NULL,
	`level` text,
	`commentary` text NOT NULL,
	`where_seen` text NOT NULL,
	`duty` text,
	`duty_note` text NOT NULL,
	`help_wanted` integer NOT NULL,
	`to_confirm` integer NOT NULL,
	`value` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_key` ON `answers` (`response_id`,`key`);--> statement-breakpoint
CREATE TABLE `bank_holidays` (
	`date` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `coverage` (
	`organisation_id` text NOT NULL,
	`school_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `school_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coverage_school` ON `coverage` (`school_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`demonstration` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "organisations_kind" CHECK(kind in ('authority', 'health', 'trust'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_key` ON `organisations` (`key`);--> statement-breakpoint
CREATE TABLE `school_links` (
	`predecessor_id` text NOT NULL,
	`successor_id` text NOT NULL,
	`linked_on` text,
	PRIMARY KEY(`predecessor_id`, `successor_id`),
	FOREIGN KEY (`predecessor_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `schools` (
	`id` text PRIMARY KEY NOT NULL,
	`urn` text NOT NULL,
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
	`office_email` text,
	`telephone` text,
	`opened_on` text,
	`closed_on` text,
	`demonstration` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `schools_urn` ON `schools` (`urn`);--> statement-breakpoint
CREATE INDEX `schools_la` ON `schools` (`la_code`,`district`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`year` text NOT NULL,
	`term` integer NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_year` ON `terms` (`organisation_id`,`year`,`term`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`school_id` text,
	`organisation_id` text,
	`questionnaire_key` text,
	`signing_title` text,
	`from_date` text NOT NULL,
	`to_date` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grants_role" CHECK(role in ('head', 'coordinator', 'contributor', 'governor', 'officer', 'manager', 'reviewer')),
	CONSTRAINT "grants_place" CHECK((school_id is null) <> (organisation_id is null))
);
--> statement-breakpoint
CREATE INDEX `grants_user` ON `grants` (`user_id`);--> statement-breakpoint
CREATE INDEX `grants_school` ON `grants` (`school_id`);--> statement-breakpoint
CREATE INDEX `grants_organisation` ON `grants` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `session_tombstones` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`ended_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`kept_path` text,
	`kept_form` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_tombstones_user` ON `session_tombstones` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`proven_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_normal` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`disabled_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email_normal`);--> statement-breakpoint
CREATE TABLE `duties` (
	`id` text PRIMARY KEY NOT NULL,
	`questionnaire_id` text NOT NULL,
	`item_key` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`types` text NOT NULL,
	`checked` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duties_kind" CHECK(kind in ('must', 'should', 'local'))
);
--> statement-breakpoint
CREATE INDEX `duties_item` ON `duties` (`questionnaire_id`,`item_key`);--> statement-breakpoint
CREATE TABLE `duty_history` (
	`id` text PRIMARY KEY NOT NULL,
	`duty_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`duty_id`) REFERENCES `duties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_history_version` ON `duty_history` (`duty_id`,`version`);--> statement-breakpoint
CREATE TABLE `questionnaire_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`questionnaire_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`definition` text NOT NULL,
	`sha256` text NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "questionnaire_versions_state" CHECK(state in ('draft', 'published', 'retired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaire_versions_number` ON `questionnaire_versions` (`questionnaire_id`,`number`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaires_key` ON `questionnaires` (`organisation_id`,`key`);--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`round_id` text,
	`version_id` text NOT NULL,
	`period` integer NOT NULL,
	`state` text NOT NULL,
	`state_before_closing` text,
	`phases` text,
	`types` text,
	`chosen_sections` text,
	`confirmed_at` integer,
	`confirmed_by` text,
	`ready_at` integer,
	`ready_by` text,
	`opened_by_officer_at` integer,
	`amend_reason` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ready_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "responses_state" CHECK(state in ('not-started', 'in-progress', 'ready-to-sign', 'awaiting-governor', 'submitted', 'replied', 'lapsed', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_round` ON `responses` (`round_id`,`school_id`,`period`);--> statement-breakpoint
CREATE INDEX `responses_school` ON `responses` (`school_id`);--> statement-breakpoint
CREATE TABLE `round_shares` (
	`round_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `organisation_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`version_id` text NOT NULL,
	`title` text NOT NULL,
	`sections` text,
	`choose_at_least` integer,
	`opens_on` text NOT NULL,
	`first_deadline` text,
	`final_deadline` text,
	`rolling` integer NOT NULL,
	`validity_months` integer,
	`governor_signs` integer NOT NULL,
	`training_threshold` integer,
	`training_gate` integer NOT NULL,
	`declaration` text NOT NULL,
	`closed_at` integer,
	`demonstration` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rounds_organisation` ON `rounds` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `section_assignments` (
	`response_id` text NOT NULL,
	`section_key` text NOT NULL,
	`user_id` text NOT NULL,
	`assigned_by` text NOT NULL,
	`assigned_at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `section_key`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`state` text NOT NULL,
	`bytes` blob,
	`sha256` text,
	`pages` integer,
	`size` integer,
	`certificate_id` text,
	`problem` text,
	`created_at` integer NOT NULL,
	`ready_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `seal_certificates`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_state" CHECK(state in ('pending', 'ready', 'failed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_submission` ON `documents` (`submission_id`);--> statement-breakpoint
CREATE INDEX `documents_hash` ON `documents` (`sha256`);--> statement-breakpoint
CREATE TABLE `seal_certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`pem` text NOT NULL,
	`first_used_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`declaration` text NOT NULL,
	`reason` text,
	`sha256` text NOT NULL,
	`signed_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sign_offs_kind_word" CHECK(kind in ('signed', 'countersigned', 'declined', 'minute-noted'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_kind` ON `sign_offs` (`submission_id`,`kind`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`number` integer NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`snapshot` text NOT NULL,
	`sha256` text NOT NULL,
	`signed_at` integer NOT NULL,
	`superseded_by_id` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submissions_state" CHECK(state in ('awaiting-governor', 'standing', 'set-aside'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_reference` ON `submissions` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_number` ON `submissions` (`response_id`,`number`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`event` text NOT NULL,
	`school_id` text,
	`organisation_id` text,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text NOT NULL,
	`position` integer,
	`previous_hash` text,
	`hash` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_school` ON `audit_entries` (`school_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_position` ON `audit_entries` (`position`);--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`available_at` integer NOT NULL,
	`claimed_by` text,
	`claimed_at` integer,
	`problem` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	CONSTRAINT "outbox_state" CHECK(state in ('waiting', 'claimed', 'done', 'parked'))
);
--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`state`,`available_at`);