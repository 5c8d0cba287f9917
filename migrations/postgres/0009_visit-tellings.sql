CREATE TABLE "visit_tellings" (
	"visit_id" text NOT NULL,
	"what" text NOT NULL,
	"about" text NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "visit_tellings_visit_id_what_about_pk" PRIMARY KEY("visit_id","what","about")
);
--> statement-breakpoint
ALTER TABLE "visit_tellings" ADD CONSTRAINT "visit_tellings_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;