CREATE TABLE "duty_asks" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"duty_id" text NOT NULL,
	"item_key" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text
);
--> statement-breakpoint
ALTER TABLE "duty_asks" ADD CONSTRAINT "duty_asks_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_asks" ADD CONSTRAINT "duty_asks_duty_id_duties_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_asks" ADD CONSTRAINT "duty_asks_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duty_asks_response" ON "duty_asks" USING btree ("response_id");