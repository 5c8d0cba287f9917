CREATE TABLE "actions" (
	"id" text PRIMARY KEY NOT NULL,
	"school_id" text NOT NULL,
	"response_id" text,
	"item_key" text,
	"title" text NOT NULL,
	"lead_role" text NOT NULL,
	"term" text NOT NULL,
	"priority" integer NOT NULL,
	"how_we_will_know" text NOT NULL,
	"state" text NOT NULL,
	"progress_note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "actions_state" CHECK (state in ('open', 'in-progress', 'done', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "answer_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"key" text NOT NULL,
	"revision" integer NOT NULL,
	"based_on" integer NOT NULL,
	"save_id" text NOT NULL,
	"level" text,
	"commentary" text NOT NULL,
	"where_seen" text NOT NULL,
	"duty" text,
	"duty_note" text NOT NULL,
	"help_wanted" boolean NOT NULL,
	"to_confirm" boolean NOT NULL,
	"value" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"key" text NOT NULL,
	"level" text,
	"commentary" text NOT NULL,
	"where_seen" text NOT NULL,
	"duty" text,
	"duty_note" text NOT NULL,
	"help_wanted" boolean NOT NULL,
	"to_confirm" boolean NOT NULL,
	"value" text NOT NULL,
	"revision" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_holidays" (
	"date" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"organisation_id" text NOT NULL,
	"school_id" text NOT NULL,
	CONSTRAINT "coverage_organisation_id_school_id_pk" PRIMARY KEY("organisation_id","school_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"demonstration" boolean NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisations_kind" CHECK (kind in ('authority', 'health', 'trust'))
);
--> statement-breakpoint
CREATE TABLE "school_links" (
	"predecessor_id" text NOT NULL,
	"successor_id" text NOT NULL,
	"linked_on" text,
	CONSTRAINT "school_links_predecessor_id_successor_id_pk" PRIMARY KEY("predecessor_id","successor_id")
);
--> statement-breakpoint
CREATE TABLE "schools" (
	"id" text PRIMARY KEY NOT NULL,
	"urn" text NOT NULL,
	"la_code" text NOT NULL,
	"la_name" text NOT NULL,
	"establishment_number" text,
	"name" text NOT NULL,
	"type_name" text NOT NULL,
	"type_group" text NOT NULL,
	"status" text NOT NULL,
	"phase_name" text NOT NULL,
	"low_age" integer,
	"high_age" integer,
	"pupils" integer,
	"street" text NOT NULL,
	"town" text NOT NULL,
	"postcode" text NOT NULL,
	"district" text,
	"office_email" text,
	"telephone" text,
	"opened_on" text,
	"closed_on" text,
	"demonstration" boolean NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"year" text NOT NULL,
	"term" integer NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"school_id" text,
	"organisation_id" text,
	"questionnaire_key" text,
	"signing_title" text,
	"from_date" text NOT NULL,
	"to_date" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "grants_role" CHECK (role in ('head', 'coordinator', 'contributor', 'governor', 'officer', 'manager', 'reviewer')),
	CONSTRAINT "grants_place" CHECK ((school_id is null) <> (organisation_id is null))
);
--> statement-breakpoint
CREATE TABLE "session_tombstones" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"kept_path" text,
	"kept_form" text
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"proven_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_normal" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"disabled_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"id" text PRIMARY KEY NOT NULL,
	"questionnaire_id" text NOT NULL,
	"item_key" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"valid_from" text,
	"valid_to" text,
	"types" text NOT NULL,
	"checked" boolean NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duties_kind" CHECK (kind in ('must', 'should', 'local'))
);
--> statement-breakpoint
CREATE TABLE "duty_history" (
	"id" text PRIMARY KEY NOT NULL,
	"duty_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questionnaire_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"questionnaire_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"definition" text NOT NULL,
	"sha256" text NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "questionnaire_versions_state" CHECK (state in ('draft', 'published', 'retired'))
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"school_id" text NOT NULL,
	"round_id" text,
	"version_id" text NOT NULL,
	"period" integer NOT NULL,
	"state" text NOT NULL,
	"state_before_closing" text,
	"phases" text,
	"types" text,
	"chosen_sections" text,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_by" text,
	"ready_at" timestamp (3) with time zone,
	"ready_by" text,
	"opened_by_officer_at" timestamp (3) with time zone,
	"amend_reason" text,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "responses_state" CHECK (state in ('not-started', 'in-progress', 'ready-to-sign', 'awaiting-governor', 'submitted', 'replied', 'lapsed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "round_shares" (
	"round_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	CONSTRAINT "round_shares_round_id_organisation_id_pk" PRIMARY KEY("round_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"version_id" text NOT NULL,
	"title" text NOT NULL,
	"sections" text,
	"choose_at_least" integer,
	"opens_on" text NOT NULL,
	"first_deadline" text,
	"final_deadline" text,
	"rolling" boolean NOT NULL,
	"validity_months" integer,
	"governor_signs" boolean NOT NULL,
	"training_threshold" integer,
	"training_gate" boolean NOT NULL,
	"declaration" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"demonstration" boolean NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "section_assignments" (
	"response_id" text NOT NULL,
	"section_key" text NOT NULL,
	"user_id" text NOT NULL,
	"assigned_by" text NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "section_assignments_response_id_section_key_pk" PRIMARY KEY("response_id","section_key")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"state" text NOT NULL,
	"bytes" "bytea",
	"sha256" text,
	"pages" integer,
	"size" integer,
	"certificate_id" text,
	"problem" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "documents_state" CHECK (state in ('pending', 'ready', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "seal_certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"pem" text NOT NULL,
	"first_used_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"declaration" text NOT NULL,
	"reason" text,
	"sha256" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_offs_kind_word" CHECK (kind in ('signed', 'countersigned', 'declined', 'minute-noted'))
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"number" integer NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"snapshot" text NOT NULL,
	"sha256" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"superseded_by_id" text,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"version" integer NOT NULL,
	CONSTRAINT "submissions_state" CHECK (state in ('awaiting-governor', 'standing', 'set-aside'))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text,
	"event" text NOT NULL,
	"school_id" text,
	"organisation_id" text,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" text NOT NULL,
	"position" integer,
	"previous_hash" text,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" text NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"available_at" timestamp (3) with time zone NOT NULL,
	"claimed_by" text,
	"claimed_at" timestamp (3) with time zone,
	"problem" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_state" CHECK (state in ('waiting', 'claimed', 'done', 'parked'))
);
--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_links" ADD CONSTRAINT "school_links_predecessor_id_schools_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_links" ADD CONSTRAINT "school_links_successor_id_schools_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_tombstones" ADD CONSTRAINT "session_tombstones_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_history" ADD CONSTRAINT "duty_history_duty_id_duties_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_versions" ADD CONSTRAINT "questionnaire_versions_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_ready_by_users_id_fk" FOREIGN KEY ("ready_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_shares" ADD CONSTRAINT "round_shares_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_shares" ADD CONSTRAINT "round_shares_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_assigned_by_users_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_certificate_id_seal_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."seal_certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actions_school" ON "actions" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "actions_response" ON "actions" USING btree ("response_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_revisions_save" ON "answer_revisions" USING btree ("response_id","save_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_revisions_number" ON "answer_revisions" USING btree ("response_id","key","revision");--> statement-breakpoint
CREATE INDEX "answer_revisions_person" ON "answer_revisions" USING btree ("response_id","saved_by","saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "answers_key" ON "answers" USING btree ("response_id","key");--> statement-breakpoint
CREATE INDEX "coverage_school" ON "coverage" USING btree ("school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_key" ON "organisations" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "schools_urn" ON "schools" USING btree ("urn");--> statement-breakpoint
CREATE INDEX "schools_la" ON "schools" USING btree ("la_code","district");--> statement-breakpoint
CREATE UNIQUE INDEX "terms_year" ON "terms" USING btree ("organisation_id","year","term");--> statement-breakpoint
CREATE INDEX "grants_user" ON "grants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "grants_school" ON "grants" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "grants_organisation" ON "grants" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "session_tombstones_user" ON "session_tombstones" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email_normal");--> statement-breakpoint
CREATE INDEX "duties_item" ON "duties" USING btree ("questionnaire_id","item_key");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_history_version" ON "duty_history" USING btree ("duty_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_versions_number" ON "questionnaire_versions" USING btree ("questionnaire_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaires_key" ON "questionnaires" USING btree ("organisation_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_round" ON "responses" USING btree ("round_id","school_id","period");--> statement-breakpoint
CREATE INDEX "responses_school" ON "responses" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "rounds_organisation" ON "rounds" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_submission" ON "documents" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "documents_hash" ON "documents" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_offs_kind" ON "sign_offs" USING btree ("submission_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_reference" ON "submissions" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_number" ON "submissions" USING btree ("response_id","number");--> statement-breakpoint
CREATE INDEX "audit_entries_school" ON "audit_entries" USING btree ("school_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_position" ON "audit_entries" USING btree ("position");--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outbox" USING btree ("state","available_at");