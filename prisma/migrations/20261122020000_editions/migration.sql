-- AlterEnum
ALTER TYPE "import_state" ADD VALUE 'reading';

-- AlterEnum
ALTER TYPE "resolution" ADD VALUE 'known';

-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "import_id" UUID;

-- AlterTable
ALTER TABLE "announcement_link" ADD COLUMN     "import_id" UUID;

-- AlterTable
ALTER TABLE "announcement_service" ADD COLUMN     "import_id" UUID;

-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "earlier_availability" "availability",
ADD COLUMN     "read_availability" "availability",
ADD COLUMN     "read_title" TEXT,
ADD COLUMN     "vendor_id" TEXT;

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "canonical_url" TEXT,
ADD COLUMN     "read_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "read_total" INTEGER,
ADD COLUMN     "reading_at" TIMESTAMPTZ(3),
ADD COLUMN     "reading_by" UUID,
ADD COLUMN     "reading_problem" TEXT,
ADD COLUMN     "reading_tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "source_before" JSONB,
ADD COLUMN     "text_hash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "mention" ADD COLUMN     "import_id" UUID;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "canonical_url" TEXT;

-- CreateTable
CREATE TABLE "mention_before" (
    "import_id" UUID NOT NULL,
    "mention_id" UUID NOT NULL,
    "excerpt" TEXT NOT NULL,
    "take" TEXT,
    "section" TEXT,

    CONSTRAINT "mention_before_pkey" PRIMARY KEY ("import_id","mention_id")
);

-- CreateIndex
CREATE INDEX "mention_before_mention_id_idx" ON "mention_before"("mention_id");

-- CreateIndex
CREATE INDEX "announcement_import_id_idx" ON "announcement"("import_id");

-- CreateIndex
CREATE INDEX "announcement_link_import_id_idx" ON "announcement_link"("import_id");

-- CreateIndex
CREATE INDEX "announcement_service_import_id_idx" ON "announcement_service"("import_id");

-- CreateIndex
CREATE INDEX "import_source_id_idx" ON "import"("source_id");

-- CreateIndex
CREATE INDEX "import_conference_id_team_id_idx" ON "import"("conference_id", "team_id");

-- CreateIndex
CREATE INDEX "mention_import_id_idx" ON "mention"("import_id");

-- CreateIndex
CREATE INDEX "source_conference_id_idx" ON "source"("conference_id");

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_service" ADD CONSTRAINT "announcement_service_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_link" ADD CONSTRAINT "announcement_link_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention_before" ADD CONSTRAINT "mention_before_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention_before" ADD CONSTRAINT "mention_before_mention_id_fkey" FOREIGN KEY ("mention_id") REFERENCES "mention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was read before these columns: its text's hash, and titles as far as nobody corrected them.
UPDATE "import" SET "text_hash" = 'sha256:' || encode(sha256(convert_to("text", 'UTF8')), 'hex');
UPDATE "candidate" SET "read_title" = "title", "read_availability" = "availability";
