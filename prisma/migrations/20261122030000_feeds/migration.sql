-- CreateEnum
CREATE TYPE "rule_kind" AS ENUM ('contains', 'service', 'category', 'regional');

-- CreateEnum
CREATE TYPE "rule_action" AS ENUM ('publish', 'skip', 'review');

-- CreateTable
CREATE TABLE "feed" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "conference_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3),
    "last_checked_at" TIMESTAMPTZ(3),
    "last_result" TEXT NOT NULL DEFAULT '',
    "last_error" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "paused_at" TIMESTAMPTZ(3),
    "lease_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_item" (
    "id" BIGSERIAL NOT NULL,
    "feed_id" UUID NOT NULL,
    "keys" TEXT[],
    "title" TEXT NOT NULL,
    "url" TEXT,
    "published_on" DATE,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "candidate_id" UUID,
    "rule_id" UUID,
    "effect" "rule_action",

    CONSTRAINT "feed_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_rule" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "feed_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "kind" "rule_kind" NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "action" "rule_action" NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "feed_import_id_key" ON "feed"("import_id");

-- CreateIndex
CREATE INDEX "feed_next_at_idx" ON "feed"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "feed_team_id_conference_id_url_key" ON "feed"("team_id", "conference_id", "url");

-- CreateIndex
CREATE UNIQUE INDEX "feed_item_candidate_id_key" ON "feed_item"("candidate_id");

-- CreateIndex
CREATE INDEX "feed_item_feed_id_id_idx" ON "feed_item"("feed_id", "id");

-- CreateIndex
CREATE INDEX "feed_item_keys_idx" ON "feed_item" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "feed_item_rule_id_idx" ON "feed_item"("rule_id");

-- CreateIndex
CREATE INDEX "feed_rule_feed_id_position_idx" ON "feed_rule"("feed_id", "position");

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "feed_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_rule" ADD CONSTRAINT "feed_rule_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_rule" ADD CONSTRAINT "feed_rule_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
