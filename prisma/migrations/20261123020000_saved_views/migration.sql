-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_view_team_id_person_id_position_id_idx" ON "saved_view"("team_id", "person_id", "position", "id");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One name for one view of an owner, however it is capitalised; the team is an owner as well.
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view"(
    "team_id", coalesce("person_id", '00000000-0000-0000-0000-000000000000'), lower("name")
);
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_name_length" CHECK (char_length("name") BETWEEN 1 AND 40);

-- What a board of any length is read along, see lib/catalogue/board/pick.ts.
-- CreateIndex
CREATE INDEX "announcement_mentions" ON "announcement"("conference_id", "mention_count" DESC, "id");

-- CreateIndex
CREATE INDEX "announcement_newest" ON "announcement"("conference_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "announcement_ids" ON "announcement"("conference_id", "id");

-- By the first service; "~" stands after every slug in the order of their bytes.
CREATE INDEX "announcement_first_service" ON "announcement"(
    "conference_id", (coalesce("service_slugs"[1], '~') COLLATE "C"), "category", "title", "id"
);
