CREATE TABLE "retention_choices" (
	"school_id" text PRIMARY KEY NOT NULL,
	"school_years" integer,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_erasures" (
	"user_id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "retention_erasures_way" CHECK (way in ('own', 'manager', 'schedule'))
);
--> statement-breakpoint
CREATE TABLE "retention_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"school_id" text,
	"told_at" timestamp (3) with time zone NOT NULL,
	"goes_on" text NOT NULL,
	"outcome" text,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "retention_notices_kind" CHECK (kind in ('self-review', 'account'))
);
--> statement-breakpoint
CREATE TABLE "retention_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text,
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"removed" integer NOT NULL,
	"oldest_kept" text,
	"preview" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_schedules" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"settings" text NOT NULL,
	"started_at" timestamp (3) with time zone,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "retention_choices" ADD CONSTRAINT "retention_choices_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_choices" ADD CONSTRAINT "retention_choices_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_erasures" ADD CONSTRAINT "retention_erasures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_notices" ADD CONSTRAINT "retention_notices_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_reports" ADD CONSTRAINT "retention_reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_schedules" ADD CONSTRAINT "retention_schedules_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_schedules" ADD CONSTRAINT "retention_schedules_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "retention_notices_subject" ON "retention_notices" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "retention_notices_school" ON "retention_notices" USING btree ("school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "retention_reports_night" ON "retention_reports" USING btree ("organisation_id","day","kind");