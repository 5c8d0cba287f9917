CREATE TABLE "confirmations" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"school_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"number" integer NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"confirmed_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"snapshot" text NOT NULL,
	"sha256" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"withdrawn_reason" text,
	"reminded_weeks" integer,
	"version" integer NOT NULL,
	CONSTRAINT "confirmations_state" CHECK (state in ('standing', 'superseded', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_owner";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "confirmation_id" text;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "confirmations_number" ON "confirmations" USING btree ("round_id","school_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "confirmations_reference" ON "confirmations" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "confirmations_school" ON "confirmations" USING btree ("school_id");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_confirmation_id_confirmations_id_fk" FOREIGN KEY ("confirmation_id") REFERENCES "public"."confirmations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "documents_confirmation" ON "documents" USING btree ("confirmation_id");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_owner" CHECK ((case when submission_id is null then 0 else 1 end) + (case when visit_id is null then 0 else 1 end) + (case when confirmation_id is null then 0 else 1 end) = 1);