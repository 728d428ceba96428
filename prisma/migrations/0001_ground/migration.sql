-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "replaced_by_id" UUID,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_code" (
    "organisation_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "organisation_code_pkey" PRIMARY KEY ("organisation_id","scheme")
);

-- CreateTable
CREATE TABLE "organisation_alias" (
    "alias" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "organisation_alias_pkey" PRIMARY KEY ("alias")
);

-- CreateTable
CREATE TABLE "area_membership" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "area_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "password" (
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "role_holding" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "role_holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "role_holding_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "numerator" TEXT NOT NULL,
    "denominator" TEXT NOT NULL,
    "denominator_code" TEXT,
    "exclusions" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "owner_kinds" TEXT[],
    "audience" TEXT NOT NULL,
    "part_of" TEXT,
    "benchmark_rate" TEXT,
    "benchmark_numerator" TEXT,
    "benchmark_denominator" TEXT,
    "certainty" TEXT NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "area_indicator" (
    "area_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,

    CONSTRAINT "area_indicator_pkey" PRIMARY KEY ("area_id","indicator_code")
);

-- CreateTable
CREATE TABLE "indicator_owner" (
    "area_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "indicator_owner_pkey" PRIMARY KEY ("area_id","indicator_code","organisation_id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "target" DECIMAL(14,4) NOT NULL,
    "tolerance" DECIMAL(14,4) NOT NULL,
    "from_on" DATE NOT NULL,
    "set_by_role_id" UUID NOT NULL,
    "set_by_organisation" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "as_typed" TEXT NOT NULL,
    "value" DECIMAL(14,4),
    "numerator" DECIMAL(14,4),
    "denominator" DECIMAL(14,4),
    "marked_revised" BOOLEAN NOT NULL,
    "reason" TEXT,
    "organisation_id" UUID NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "import_id" UUID,
    "source" TEXT NOT NULL,
    "cell" TEXT,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "board" TEXT NOT NULL,
    "published_on" DATE NOT NULL,
    "audience" TEXT NOT NULL,
    "already_public" BOOLEAN NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_figure" (
    "area_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "figure_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "audience" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "value" DECIMAL(14,4),
    "marked_revised" BOOLEAN NOT NULL,

    CONSTRAINT "published_figure_pkey" PRIMARY KEY ("area_id","publication_id","indicator_code","period")
);

-- CreateTable
CREATE TABLE "national_figure" (
    "release" TEXT NOT NULL,
    "source_file" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "period_type" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "variable" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "as_typed" TEXT NOT NULL,
    "value" DECIMAL(18,4),
    "note" TEXT NOT NULL,
    "import_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "national_figure_pkey" PRIMARY KEY ("release","source_file","variable","area","period","revision")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "contents" BYTEA NOT NULL,
    "read_by_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_label" (
    "area_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "caveat" TEXT NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "indicator_label_pkey" PRIMARY KEY ("area_id","label")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "area_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "role_holding_id" UUID,
    "organisation_id" UUID,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "area_code_key" ON "area"("code");

-- CreateIndex
CREATE UNIQUE INDEX "area_slug_key" ON "area"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_key" ON "organisation"("name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_scheme_code_key" ON "organisation_code"("scheme", "code");

-- CreateIndex
CREATE INDEX "organisation_alias_organisation_id_idx" ON "organisation_alias"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "area_membership_area_id_organisation_id_from_on_key" ON "area_membership"("area_id", "organisation_id", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE INDEX "role_holding_person_id_idx" ON "role_holding"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_holding_area_id_id_key" ON "role_holding"("area_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_name_key" ON "indicator"("name");

-- CreateIndex
CREATE INDEX "indicator_owner_organisation_id_idx" ON "indicator_owner"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_area_id_indicator_code_from_on_set_at_key" ON "target"("area_id", "indicator_code", "from_on", "set_at");

-- CreateIndex
CREATE UNIQUE INDEX "figure_area_id_id_key" ON "figure"("area_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "figure_area_id_indicator_code_period_month_revision_key" ON "figure"("area_id", "indicator_code", "period", "month", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "publication_area_id_id_key" ON "publication"("area_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_area_id_month_board_published_on_key" ON "publication"("area_id", "month", "board", "published_on");

-- CreateIndex
CREATE INDEX "published_figure_area_id_figure_id_idx" ON "published_figure"("area_id", "figure_id");

-- CreateIndex
CREATE INDEX "published_figure_area_id_indicator_code_month_idx" ON "published_figure"("area_id", "indicator_code", "month");

-- CreateIndex
CREATE UNIQUE INDEX "import_area_id_id_key" ON "import"("area_id", "id");

-- CreateIndex
CREATE INDEX "indicator_label_area_id_indicator_code_idx" ON "indicator_label"("area_id", "indicator_code");

-- CreateIndex
CREATE INDEX "audit_entry_area_id_at_idx" ON "audit_entry"("area_id", "at");

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_code" ADD CONSTRAINT "organisation_code_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_alias" ADD CONSTRAINT "organisation_alias_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_membership" ADD CONSTRAINT "area_membership_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_membership" ADD CONSTRAINT "area_membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password" ADD CONSTRAINT "password_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_holding" ADD CONSTRAINT "role_holding_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_holding" ADD CONSTRAINT "role_holding_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_holding" ADD CONSTRAINT "role_holding_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_role_holding_id_fkey" FOREIGN KEY ("role_holding_id") REFERENCES "role_holding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_part_of_fkey" FOREIGN KEY ("part_of") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_indicator" ADD CONSTRAINT "area_indicator_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_indicator" ADD CONSTRAINT "area_indicator_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_owner" ADD CONSTRAINT "indicator_owner_area_id_indicator_code_fkey" FOREIGN KEY ("area_id", "indicator_code") REFERENCES "area_indicator"("area_id", "indicator_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_owner" ADD CONSTRAINT "indicator_owner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_area_id_indicator_code_fkey" FOREIGN KEY ("area_id", "indicator_code") REFERENCES "area_indicator"("area_id", "indicator_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_area_id_set_by_role_id_fkey" FOREIGN KEY ("area_id", "set_by_role_id") REFERENCES "role_holding"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_area_id_indicator_code_fkey" FOREIGN KEY ("area_id", "indicator_code") REFERENCES "area_indicator"("area_id", "indicator_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_area_id_submitted_by_id_fkey" FOREIGN KEY ("area_id", "submitted_by_id") REFERENCES "role_holding"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_area_id_import_id_fkey" FOREIGN KEY ("area_id", "import_id") REFERENCES "import"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_area_id_published_by_id_fkey" FOREIGN KEY ("area_id", "published_by_id") REFERENCES "role_holding"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_area_id_publication_id_fkey" FOREIGN KEY ("area_id", "publication_id") REFERENCES "publication"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_area_id_figure_id_fkey" FOREIGN KEY ("area_id", "figure_id") REFERENCES "figure"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_area_id_read_by_id_fkey" FOREIGN KEY ("area_id", "read_by_id") REFERENCES "role_holding"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_label" ADD CONSTRAINT "indicator_label_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_label" ADD CONSTRAINT "indicator_label_area_id_indicator_code_fkey" FOREIGN KEY ("area_id", "indicator_code") REFERENCES "area_indicator"("area_id", "indicator_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Vocabularies and shapes that Prisma's schema cannot say. The same words stand in lib/<noun>/schema.ts.
ALTER TABLE "organisation"
  ADD CONSTRAINT "organisation_kind" CHECK ("kind" IN ('council', 'icb', 'trust', 'nhs provider', 'school', 'forum', 'voluntary')),
  ADD CONSTRAINT "organisation_dates" CHECK ("ends_on" IS NULL OR "starts_on" IS NULL OR "ends_on" >= "starts_on");
ALTER TABLE "area_membership" ADD CONSTRAINT "area_membership_dates" CHECK ("to_on" IS NULL OR "to_on" >= "from_on");
ALTER TABLE "role_holding"
  ADD CONSTRAINT "role_holding_role" CHECK ("role" IN (
    'council leader', 'case officer', 'council adviser', 'data officer', 'icb leader', 'health officer', 'trust leader',
    'social care officer', 'senco', 'head teacher', 'forum representative', 'board chair', 'administrator', 'auditor')),
  ADD CONSTRAINT "role_holding_dates" CHECK ("to_on" IS NULL OR "to_on" >= "from_on");
ALTER TABLE "indicator"
  ADD CONSTRAINT "indicator_unit" CHECK ("unit" IN ('count', '%', 'days', 'weeks', 'rate', '£', 'yes/no')),
  ADD CONSTRAINT "indicator_kind" CHECK ("kind" IN ('count', 'stock', 'rate', 'measure')),
  ADD CONSTRAINT "indicator_direction" CHECK ("direction" IN ('higher', 'lower', 'context')),
  ADD CONSTRAINT "indicator_audience" CHECK ("audience" IN ('public', 'partners', 'board'));
ALTER TABLE "target" ADD CONSTRAINT "target_tolerance" CHECK ("tolerance" >= 0);
ALTER TABLE "figure"
  ADD CONSTRAINT "figure_period" CHECK ("period" IN ('month', 'year to date')),
  ADD CONSTRAINT "figure_month" CHECK (extract(day from "month") = 1),
  ADD CONSTRAINT "figure_state" CHECK ("state" IN ('reported', 'to be confirmed', 'not reported', 'dash')),
  ADD CONSTRAINT "figure_value" CHECK (("state" = 'reported') = ("value" IS NOT NULL)),
  ADD CONSTRAINT "figure_revision" CHECK ("revision" >= 1 AND ("revision" = 1) = ("reason" IS NULL)),
  ADD CONSTRAINT "figure_parts" CHECK ("numerator" IS NULL OR "denominator" IS NOT NULL AND "numerator" >= 0 AND "denominator" > 0);
ALTER TABLE "publication"
  ADD CONSTRAINT "publication_month" CHECK (extract(day from "month") = 1),
  ADD CONSTRAINT "publication_audience" CHECK ("audience" IN ('public', 'partners', 'board'));
ALTER TABLE "published_figure"
  ADD CONSTRAINT "published_figure_audience" CHECK ("audience" IN ('public', 'partners', 'board')),
  ADD CONSTRAINT "published_figure_state" CHECK ("state" IN ('reported', 'to be confirmed', 'not reported', 'dash', 'small number', 'withheld')),
  ADD CONSTRAINT "published_figure_hidden" CHECK (("state" = 'reported') = ("value" IS NOT NULL));
ALTER TABLE "national_figure"
  ADD CONSTRAINT "national_figure_state" CHECK ("state" IN ('value', 'unavailable', 'defect')),
  ADD CONSTRAINT "national_figure_value" CHECK ("state" <> 'unavailable' OR "value" IS NULL);
ALTER TABLE "import" ADD CONSTRAINT "import_kind" CHECK ("kind" IN ('monthly table', 'national figures'));
