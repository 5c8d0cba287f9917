ALTER TABLE "actions" ADD COLUMN "where_we_are" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "where_we_want" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "resource_or_help" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "actions_carried_from" ON "actions" USING btree ("carried_from_id");