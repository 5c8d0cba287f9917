CREATE TABLE "support_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"questionnaire_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"about" text NOT NULL,
	"dates" text NOT NULL,
	"booking" text NOT NULL,
	"link" text,
	"email" text,
	"telephone" text,
	"item_keys" text NOT NULL,
	"districts" text NOT NULL,
	"school_id" text,
	"agreed_on" text,
	"valid_from" text,
	"valid_to" text,
	"retired_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "support_entries_kind" CHECK (kind in ('course', 'contact', 'template', 'school'))
);
--> statement-breakpoint
CREATE TABLE "support_history" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "support_entries" ADD CONSTRAINT "support_entries_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_entries" ADD CONSTRAINT "support_entries_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_history" ADD CONSTRAINT "support_history_entry_id_support_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."support_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_history" ADD CONSTRAINT "support_history_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "support_entries_questionnaire" ON "support_entries" USING btree ("questionnaire_id");--> statement-breakpoint
CREATE UNIQUE INDEX "support_history_version" ON "support_history" USING btree ("entry_id","version");