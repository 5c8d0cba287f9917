CREATE TABLE "action_check_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"action_id" text NOT NULL,
	"term" text NOT NULL,
	"answer" text NOT NULL,
	"line" text NOT NULL,
	"given_by" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "action_check_ins_answer" CHECK (answer in ('done', 'on-the-way', 'stuck'))
);
--> statement-breakpoint
CREATE TABLE "reviewer_interests" (
	"reviewer_id" text NOT NULL,
	"school_id" text NOT NULL,
	"declared_on" text NOT NULL,
	CONSTRAINT "reviewer_interests_reviewer_id_school_id_pk" PRIMARY KEY("reviewer_id","school_id")
);
--> statement-breakpoint
CREATE TABLE "reviewers" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"user_id" text NOT NULL,
	"post" text NOT NULL,
	"home_school_id" text,
	"home_school_name" text NOT NULL,
	"home_authority" text NOT NULL,
	"trust_standing" text NOT NULL,
	"trust_name" text,
	"federation_name" text,
	"phases" text NOT NULL,
	"questionnaire_keys" text NOT NULL,
	"districts" text NOT NULL,
	"accredited_until" text NOT NULL,
	"visits_offered" integer NOT NULL,
	"may_lead" boolean NOT NULL,
	"assured_on" text,
	"assured_by" text,
	"interests_declared_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reviewers_trust" CHECK (trust_standing in ('in-trust', 'no-trust', 'not-recorded'))
);
--> statement-breakpoint
CREATE TABLE "visit_requests" (
	"organisation_id" text NOT NULL,
	"school_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "visit_requests_organisation_id_school_id_pk" PRIMARY KEY("organisation_id","school_id")
);
--> statement-breakpoint
CREATE TABLE "note_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"author_id" text NOT NULL,
	"answer" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_jottings" (
	"visit_id" text NOT NULL,
	"author_id" text NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "visit_jottings_visit_id_author_id_pk" PRIMARY KEY("visit_id","author_id")
);
--> statement-breakpoint
CREATE TABLE "visit_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"author_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"filed_to" text,
	"removed_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "visit_notes_kind" CHECK (kind in ('saw', 'works-well', 'wondered'))
);
--> statement-breakpoint
CREATE TABLE "visit_views" (
	"visit_id" text NOT NULL,
	"reviewer_user_id" text NOT NULL,
	"key" text NOT NULL,
	"view" text NOT NULL,
	"reason" text NOT NULL,
	"given_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "visit_views_visit_id_reviewer_user_id_key_pk" PRIMARY KEY("visit_id","reviewer_user_id","key"),
	CONSTRAINT "visit_views_view" CHECK (view in ('further-on', 'about-there', 'not-there-yet', 'not-looked-at'))
);
--> statement-breakpoint
CREATE TABLE "record_signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"kind" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"declaration" text NOT NULL,
	"sha256" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "record_signatures_word" CHECK (kind in ('second-reviewer', 'lead-reviewer', 'head'))
);
--> statement-breakpoint
CREATE TABLE "visit_findings" (
	"visit_id" text NOT NULL,
	"key" text NOT NULL,
	"view" text NOT NULL,
	"reason" text NOT NULL,
	"saw" text NOT NULL,
	"works_well" text NOT NULL,
	"wondered" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "visit_findings_visit_id_key_pk" PRIMARY KEY("visit_id","key"),
	CONSTRAINT "visit_findings_view" CHECK (view in ('further-on', 'about-there', 'not-there-yet', 'not-looked-at'))
);
--> statement-breakpoint
CREATE TABLE "visit_follow_ups" (
	"visit_id" text PRIMARY KEY NOT NULL,
	"what_we_did" text NOT NULL,
	"given_by" text,
	"given_at" timestamp (3) with time zone,
	"rating" integer,
	"rating_words" text NOT NULL,
	"rated_by" text,
	"rated_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_points" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"said_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "visit_points_kind" CHECK (kind in ('saw', 'works-well', 'wondered'))
);
--> statement-breakpoint
CREATE TABLE "visit_practices" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"school_id" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"consent" boolean,
	"consent_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_records" (
	"visit_id" text PRIMARY KEY NOT NULL,
	"what_we_did" text NOT NULL,
	"corrections" text NOT NULL,
	"school_words" text NOT NULL,
	"reviewers_view" text NOT NULL,
	"school_view" text NOT NULL,
	"third_person" text NOT NULL,
	"shared_with_governors_at" timestamp (3) with time zone,
	"sent_to_school_at" timestamp (3) with time zone,
	"reference" text,
	"snapshot" text,
	"sha256" text,
	"agreed_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_suggestions" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"who_might_help" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_activities" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"with_whom" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"added_by" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "visit_activities_kind" CHECK (kind in ('meeting', 'learning-walk', 'lesson', 'pupil-talk', 'parent-talk', 'work-sample', 'document', 'filing', 'three-oclock', 'other'))
);
--> statement-breakpoint
CREATE TABLE "visit_dates" (
	"visit_id" text NOT NULL,
	"day" text NOT NULL,
	"starts_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "visit_dates_visit_id_day_pk" PRIMARY KEY("visit_id","day")
);
--> statement-breakpoint
CREATE TABLE "visit_focus" (
	"visit_id" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "visit_focus_visit_id_key_pk" PRIMARY KEY("visit_id","key"),
	CONSTRAINT "visit_focus_kind" CHECK (kind in ('section', 'statement'))
);
--> statement-breakpoint
CREATE TABLE "visit_reviewers" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"user_id" text NOT NULL,
	"part" text NOT NULL,
	"standing" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "visit_reviewers_part" CHECK (part in ('lead', 'second')),
	CONSTRAINT "visit_reviewers_standing" CHECK (standing in ('asked', 'accepted', 'declined', 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"school_id" text NOT NULL,
	"response_id" text NOT NULL,
	"submission_id" text,
	"state" text NOT NULL,
	"ownership_rule" text NOT NULL,
	"views_first" boolean NOT NULL,
	"host_accepted_at" timestamp (3) with time zone,
	"host_accepted_by" text,
	"asked_for_another_at" timestamp (3) with time zone,
	"visit_on" text,
	"starts_at" text,
	"ends_at" text,
	"focus_reason" text NOT NULL,
	"context" text NOT NULL,
	"practical_notes" text NOT NULL,
	"focus_agreed_at" timestamp (3) with time zone,
	"visited_at" timestamp (3) with time zone,
	"cancelled_reason" text,
	"calendar_sequence" integer NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "visits_state" CHECK (state in ('proposed', 'accepted', 'dated', 'planned', 'visited', 'drafted', 'with-school', 'agreed', 'closed', 'closed-with-both-views', 'cancelled')),
	CONSTRAINT "visits_ownership" CHECK (ownership_rule in ('themes', 'whole-record', 'figures-only'))
);
--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "carried_from_id" text;--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "trust_name" text;--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "federation_name" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "visit_ownership" text DEFAULT 'themes' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "views_first" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "action_check_ins" ADD CONSTRAINT "action_check_ins_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_check_ins" ADD CONSTRAINT "action_check_ins_given_by_users_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewer_interests" ADD CONSTRAINT "reviewer_interests_reviewer_id_reviewers_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."reviewers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewer_interests" ADD CONSTRAINT "reviewer_interests_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewers" ADD CONSTRAINT "reviewers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewers" ADD CONSTRAINT "reviewers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewers" ADD CONSTRAINT "reviewers_home_school_id_schools_id_fk" FOREIGN KEY ("home_school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewers" ADD CONSTRAINT "reviewers_assured_by_users_id_fk" FOREIGN KEY ("assured_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_requests" ADD CONSTRAINT "visit_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_requests" ADD CONSTRAINT "visit_requests_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_requests" ADD CONSTRAINT "visit_requests_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_deliveries" ADD CONSTRAINT "note_deliveries_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_deliveries" ADD CONSTRAINT "note_deliveries_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_jottings" ADD CONSTRAINT "visit_jottings_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_jottings" ADD CONSTRAINT "visit_jottings_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_notes" ADD CONSTRAINT "visit_notes_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_notes" ADD CONSTRAINT "visit_notes_activity_id_visit_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."visit_activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_notes" ADD CONSTRAINT "visit_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_views" ADD CONSTRAINT "visit_views_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_views" ADD CONSTRAINT "visit_views_reviewer_user_id_users_id_fk" FOREIGN KEY ("reviewer_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_signatures" ADD CONSTRAINT "record_signatures_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_signatures" ADD CONSTRAINT "record_signatures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_findings" ADD CONSTRAINT "visit_findings_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_follow_ups" ADD CONSTRAINT "visit_follow_ups_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_follow_ups" ADD CONSTRAINT "visit_follow_ups_given_by_users_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_follow_ups" ADD CONSTRAINT "visit_follow_ups_rated_by_users_id_fk" FOREIGN KEY ("rated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_points" ADD CONSTRAINT "visit_points_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_practices" ADD CONSTRAINT "visit_practices_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_practices" ADD CONSTRAINT "visit_practices_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_practices" ADD CONSTRAINT "visit_practices_consent_by_users_id_fk" FOREIGN KEY ("consent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_records" ADD CONSTRAINT "visit_records_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_suggestions" ADD CONSTRAINT "visit_suggestions_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_activities" ADD CONSTRAINT "visit_activities_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_activities" ADD CONSTRAINT "visit_activities_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_dates" ADD CONSTRAINT "visit_dates_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_dates" ADD CONSTRAINT "visit_dates_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_focus" ADD CONSTRAINT "visit_focus_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reviewers" ADD CONSTRAINT "visit_reviewers_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reviewers" ADD CONSTRAINT "visit_reviewers_reviewer_id_reviewers_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."reviewers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reviewers" ADD CONSTRAINT "visit_reviewers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_host_accepted_by_users_id_fk" FOREIGN KEY ("host_accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "action_check_ins_term" ON "action_check_ins" USING btree ("action_id","term");--> statement-breakpoint
CREATE INDEX "reviewer_interests_school" ON "reviewer_interests" USING btree ("school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviewers_person" ON "reviewers" USING btree ("organisation_id","user_id");--> statement-breakpoint
CREATE INDEX "note_deliveries_visit" ON "note_deliveries" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "visit_notes_visit" ON "visit_notes" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_signatures_kind" ON "record_signatures" USING btree ("visit_id","kind");--> statement-breakpoint
CREATE INDEX "visit_points_visit" ON "visit_points" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "visit_practices_visit" ON "visit_practices" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_records_reference" ON "visit_records" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "visit_suggestions_visit" ON "visit_suggestions" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_activities_visit" ON "visit_activities" USING btree ("visit_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "visit_reviewers_visit" ON "visit_reviewers" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "visit_reviewers_user" ON "visit_reviewers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "visits_round" ON "visits" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "visits_school" ON "visits" USING btree ("school_id");