CREATE TABLE "round_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"content" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_schools" (
	"round_id" text NOT NULL,
	"school_id" text NOT NULL,
	"participation" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"joined_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"first_deadline" text,
	"final_deadline" text,
	"extended_at" timestamp (3) with time zone,
	"extended_reason" text,
	"version" integer NOT NULL,
	CONSTRAINT "round_schools_round_id_school_id_pk" PRIMARY KEY("round_id","school_id"),
	CONSTRAINT "round_schools_participation" CHECK (participation in ('expected', 'invited', 'joined'))
);
--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "year" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_schools" ADD CONSTRAINT "round_schools_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_schools" ADD CONSTRAINT "round_schools_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_drafts_organisation" ON "round_drafts" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "round_schools_school" ON "round_schools" USING btree ("school_id");--> statement-breakpoint
INSERT INTO round_schools (round_id, school_id, participation, created_at, invited_at, joined_at, withdrawn_at, withdrawn_reason, version)
SELECT responses.round_id, responses.school_id,
  CASE WHEN bool_or(rounds.rolling) AND sum(CASE WHEN responses.state = 'not-started' THEN 0 ELSE 1 END) > 0 THEN 'joined' ELSE 'invited' END,
  min(responses.created_at), min(responses.created_at),
  CASE WHEN bool_or(rounds.rolling) AND sum(CASE WHEN responses.state = 'not-started' THEN 0 ELSE 1 END) > 0 THEN min(responses.created_at) END,
  CASE WHEN sum(CASE WHEN responses.state = 'withdrawn' THEN 0 ELSE 1 END) = 0 THEN max(responses.updated_at) END,
  CASE WHEN sum(CASE WHEN responses.state = 'withdrawn' THEN 0 ELSE 1 END) = 0 THEN '' END,
  1
FROM responses INNER JOIN rounds ON rounds.id = responses.round_id
GROUP BY responses.round_id, responses.school_id;