CREATE TABLE "version_move_answers" (
	"move_id" text NOT NULL,
	"key" text NOT NULL,
	"revision" integer NOT NULL,
	"revision_after" integer NOT NULL,
	CONSTRAINT "version_move_answers_move_id_key_pk" PRIMARY KEY("move_id","key")
);
--> statement-breakpoint
CREATE TABLE "version_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"from_version_id" text NOT NULL,
	"to_version_id" text NOT NULL,
	"moved_by" text NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "version_offers" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"version_id" text NOT NULL,
	"finish_by" text,
	"offered_by" text NOT NULL,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "version_move_answers" ADD CONSTRAINT "version_move_answers_move_id_version_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."version_moves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_from_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("from_version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_to_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("to_version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_moved_by_users_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_offers" ADD CONSTRAINT "version_offers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_offers" ADD CONSTRAINT "version_offers_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_offers" ADD CONSTRAINT "version_offers_offered_by_users_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "version_moves_response" ON "version_moves" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "version_offers_round" ON "version_offers" USING btree ("round_id");