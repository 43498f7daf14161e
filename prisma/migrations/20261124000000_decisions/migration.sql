-- What a decision says of its carrying out: who, until when, how much work, and what became of it.
CREATE TYPE "effort" AS ENUM ('S', 'M', 'L', 'XL');
CREATE TYPE "delivery" AS ENUM ('planned', 'started', 'done', 'dropped');

ALTER TABLE "decision"
    ADD COLUMN "owner_id" UUID,
    ADD COLUMN "target_on" DATE,
    ADD COLUMN "target_is_quarter" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "effort" "effort",
    ADD COLUMN "effort_days" DOUBLE PRECISION,
    ADD COLUMN "reopen_when" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "reopen_on" DATE,
    ADD COLUMN "delivery" "delivery" NOT NULL DEFAULT 'planned',
    ADD COLUMN "delivery_on" DATE,
    ADD COLUMN "place" DOUBLE PRECISION NOT NULL DEFAULT extract(epoch FROM clock_timestamp());
UPDATE "decision" SET "place" = extract(epoch FROM "decided_at");
ALTER TABLE "decision"
    ADD CONSTRAINT "decision_target" CHECK ("target_on" IS NOT NULL OR NOT "target_is_quarter"),
    ADD CONSTRAINT "decision_effort" CHECK ("effort_days" > 0 AND "effort_days" <= 10000),
    ADD CONSTRAINT "decision_reopen" CHECK ("choice" <> 'adopt' OR ("reopen_when" = '' AND "reopen_on" IS NULL));
ALTER TABLE "decision" ADD CONSTRAINT "decision_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "decision_owner_id_idx" ON "decision"("owner_id");
CREATE INDEX "decision_team_id_decided_at_idx" ON "decision"("team_id", "decided_at");

-- Append-only: every decision as it was settled, reopened, or carried on.
CREATE TABLE "decision_event" (
    "id" BIGSERIAL NOT NULL,
    "team_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "choice" "choice" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID,
    "target_on" DATE,
    "target_is_quarter" BOOLEAN NOT NULL DEFAULT false,
    "effort" "effort",
    "effort_days" DOUBLE PRECISION,
    "reopen_when" TEXT NOT NULL DEFAULT '',
    "reopen_on" DATE,
    "delivery" "delivery" NOT NULL DEFAULT 'planned',
    "delivery_on" DATE,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "decision_event_kind" CHECK ("kind" IN ('settled', 'reopened', 'delivered'))
);
CREATE INDEX "decision_event_team_id_announcement_id_id_idx" ON "decision_event"("team_id", "announcement_id", "id");
CREATE INDEX "decision_event_team_id_at_idx" ON "decision_event"("team_id", "at");
CREATE INDEX "decision_event_announcement_id_idx" ON "decision_event"("announcement_id");
ALTER TABLE "decision_event" ADD CONSTRAINT "decision_event_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "decision_event" ADD CONSTRAINT "decision_event_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "decision_event" ADD CONSTRAINT "decision_event_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision_event" ADD CONSTRAINT "decision_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO "decision_event" ("team_id", "announcement_id", "kind", "choice", "reason", "actor_id", "at")
    SELECT "team_id", "announcement_id", 'settled', "choice", "reason", "decided_by_id", "decided_at" FROM "decision"
    ORDER BY "decided_at";

-- A read-only address for whoever holds it. Its secret is not kept, only what it hashes to.
CREATE TABLE "share_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "conference_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "query" TEXT NOT NULL DEFAULT '',
    "shows_people" BOOLEAN NOT NULL DEFAULT false,
    "shows_notes" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "share_link_kind" CHECK ("kind" IN ('shortlist', 'radar', 'feed'))
);
CREATE UNIQUE INDEX "share_link_secret_hash_key" ON "share_link"("secret_hash");
CREATE INDEX "share_link_team_id_conference_id_created_at_idx" ON "share_link"("team_id", "conference_id", "created_at");
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How a team folds categories into the four quadrants of its radar; without a row as the program does.
CREATE TABLE "radar_setting" (
    "team_id" UUID NOT NULL,
    "names" TEXT[] NOT NULL,
    "quadrants" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "radar_setting_pkey" PRIMARY KEY ("team_id"),
    CONSTRAINT "radar_setting_names" CHECK (cardinality("names") = 4)
);
ALTER TABLE "radar_setting" ADD CONSTRAINT "radar_setting_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
