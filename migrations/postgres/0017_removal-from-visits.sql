CREATE TABLE "reissued_records" (
	"removal_id" text NOT NULL,
	"visit_id" text NOT NULL,
	"before_sha256" text NOT NULL,
	"after_sha256" text NOT NULL,
	CONSTRAINT "reissued_records_removal_id_visit_id_pk" PRIMARY KEY("removal_id","visit_id")
);
--> statement-breakpoint
ALTER TABLE "removals" DROP CONSTRAINT "removals_scope";--> statement-breakpoint
ALTER TABLE "withdrawn_documents" ALTER COLUMN "submission_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "removals" ADD COLUMN "visit_id" text;--> statement-breakpoint
ALTER TABLE "withdrawn_documents" ADD COLUMN "visit_id" text;--> statement-breakpoint
ALTER TABLE "reissued_records" ADD CONSTRAINT "reissued_records_removal_id_removals_id_fk" FOREIGN KEY ("removal_id") REFERENCES "public"."removals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reissued_records" ADD CONSTRAINT "reissued_records_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reissued_records_visit" ON "reissued_records" USING btree ("visit_id");--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawn_documents" ADD CONSTRAINT "withdrawn_documents_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "withdrawn_documents_visit" ON "withdrawn_documents" USING btree ("visit_id");--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_scope" CHECK (scope in ('here', 'review', 'visit', 'school'));--> statement-breakpoint
ALTER TABLE "withdrawn_documents" ADD CONSTRAINT "withdrawn_documents_owner" CHECK ((submission_id is null) <> (visit_id is null));