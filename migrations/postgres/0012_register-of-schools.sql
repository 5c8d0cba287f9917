CREATE TABLE "coverage_authorities" (
	"organisation_id" text NOT NULL,
	"la_code" text NOT NULL,
	CONSTRAINT "coverage_authorities_organisation_id_la_code_pk" PRIMARY KEY("organisation_id","la_code")
);
--> statement-breakpoint
CREATE TABLE "register_import_links" (
	"import_id" text NOT NULL,
	"predecessor_urn" text NOT NULL,
	"successor_urn" text NOT NULL,
	"linked_on" text,
	CONSTRAINT "register_import_links_import_id_predecessor_urn_successor_urn_pk" PRIMARY KEY("import_id","predecessor_urn","successor_urn")
);
--> statement-breakpoint
CREATE TABLE "register_import_schools" (
	"import_id" text NOT NULL,
	"urn" text NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"changes" text NOT NULL,
	"base_version" integer,
	"school_id" text NOT NULL,
	"la_code" text NOT NULL,
	"la_name" text NOT NULL,
	"establishment_number" text,
	"name" text NOT NULL,
	"type_name" text NOT NULL,
	"type_group" text NOT NULL,
	"status" text NOT NULL,
	"phase_name" text NOT NULL,
	"low_age" integer,
	"high_age" integer,
	"pupils" integer,
	"street" text NOT NULL,
	"town" text NOT NULL,
	"postcode" text NOT NULL,
	"district" text,
	"telephone" text,
	"opened_on" text,
	"closed_on" text,
	"trust_name" text,
	"federation_name" text,
	CONSTRAINT "register_import_schools_import_id_urn_pk" PRIMARY KEY("import_id","urn"),
	CONSTRAINT "register_import_schools_kind" CHECK (kind in ('added', 'changed', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "register_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"state" text NOT NULL,
	"la_codes" text NOT NULL,
	"summary" text NOT NULL,
	"prepared_by" text,
	"prepared_at" timestamp (3) with time zone NOT NULL,
	"applied_by" text,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "register_imports_state" CHECK (state in ('waiting', 'applied', 'set-aside'))
);
--> statement-breakpoint
CREATE TABLE "school_group_members" (
	"group_id" text NOT NULL,
	"school_id" text NOT NULL,
	CONSTRAINT "school_group_members_group_id_school_id_pk" PRIMARY KEY("group_id","school_id")
);
--> statement-breakpoint
CREATE TABLE "school_group_rules" (
	"group_id" text NOT NULL,
	"fact" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "school_group_rules_group_id_fact_value_pk" PRIMARY KEY("group_id","fact","value"),
	CONSTRAINT "school_group_rules_fact" CHECK (fact in ('district', 'trust'))
);
--> statement-breakpoint
CREATE TABLE "school_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "school_groups_kind" CHECK (kind in ('district', 'area', 'community', 'trust'))
);
--> statement-breakpoint
ALTER TABLE "school_links" ADD COLUMN "taken_over_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "school_links" ADD COLUMN "taken_over_by" text;--> statement-breakpoint
ALTER TABLE "coverage_authorities" ADD CONSTRAINT "coverage_authorities_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_import_links" ADD CONSTRAINT "register_import_links_import_id_register_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."register_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_import_schools" ADD CONSTRAINT "register_import_schools_import_id_register_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."register_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_prepared_by_users_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_applied_by_users_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_group_members" ADD CONSTRAINT "school_group_members_group_id_school_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."school_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_group_members" ADD CONSTRAINT "school_group_members_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_group_rules" ADD CONSTRAINT "school_group_rules_group_id_school_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."school_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_groups" ADD CONSTRAINT "school_groups_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_imports_organisation" ON "register_imports" USING btree ("organisation_id","prepared_at");--> statement-breakpoint
CREATE INDEX "school_group_members_school" ON "school_group_members" USING btree ("school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "school_groups_name" ON "school_groups" USING btree ("organisation_id","kind","name");