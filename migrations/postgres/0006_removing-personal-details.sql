CREATE TABLE "cleaned_texts" (
	"table_name" text NOT NULL,
	"row_id" text NOT NULL,
	"field" text NOT NULL,
	"removal_id" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "cleaned_texts_table_name_row_id_field_pk" PRIMARY KEY("table_name","row_id","field")
);
--> statement-breakpoint
CREATE TABLE "reissued_copies" (
	"removal_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"before_sha256" text NOT NULL,
	"after_sha256" text NOT NULL,
	CONSTRAINT "reissued_copies_removal_id_submission_id_pk" PRIMARY KEY("removal_id","submission_id")
);
--> statement-breakpoint
CREATE TABLE "removals" (
	"id" text PRIMARY KEY NOT NULL,
	"school_id" text NOT NULL,
	"response_id" text,
	"scope" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"removed_by" text NOT NULL,
	"role" text NOT NULL,
	"removed_at" timestamp (3) with time zone NOT NULL,
	"counts" text NOT NULL,
	CONSTRAINT "removals_scope" CHECK (scope in ('here', 'review', 'school')),
	CONSTRAINT "removals_reason" CHECK (reason in ('child', 'family', 'staff', 'health', 'other')),
	CONSTRAINT "removals_role" CHECK (role in ('head', 'coordinator', 'manager'))
);
--> statement-breakpoint
CREATE TABLE "withdrawn_documents" (
	"sha256" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"removal_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cleaned_texts" ADD CONSTRAINT "cleaned_texts_removal_id_removals_id_fk" FOREIGN KEY ("removal_id") REFERENCES "public"."removals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reissued_copies" ADD CONSTRAINT "reissued_copies_removal_id_removals_id_fk" FOREIGN KEY ("removal_id") REFERENCES "public"."removals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reissued_copies" ADD CONSTRAINT "reissued_copies_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawn_documents" ADD CONSTRAINT "withdrawn_documents_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawn_documents" ADD CONSTRAINT "withdrawn_documents_removal_id_removals_id_fk" FOREIGN KEY ("removal_id") REFERENCES "public"."removals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cleaned_texts_removal" ON "cleaned_texts" USING btree ("removal_id");--> statement-breakpoint
CREATE INDEX "reissued_copies_submission" ON "reissued_copies" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "removals_school" ON "removals" USING btree ("school_id","removed_at");--> statement-breakpoint
CREATE INDEX "withdrawn_documents_submission" ON "withdrawn_documents" USING btree ("submission_id");