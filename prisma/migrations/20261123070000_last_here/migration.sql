-- When somebody last looked at the page of the team, and what "since you were here" begins at during this visit.
ALTER TABLE "membership" ADD COLUMN "here_at" TIMESTAMPTZ(3), ADD COLUMN "since_at" TIMESTAMPTZ(3);

-- What happened after a moment, without a look at all that happened before.
-- CreateIndex
CREATE INDEX "vote_event_team_id_at_idx" ON "vote_event"("team_id", "at");

-- CreateIndex
CREATE INDEX "comment_team_id_created_at_idx" ON "comment"("team_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_event_team_id_at_idx" ON "audit_event"("team_id", "at");

-- Of an import all announcements have one time: a board by newest walks on among them by id.
-- CreateIndex
CREATE INDEX "announcement_created_at_conference_id_id_idx" ON "announcement"("created_at", "conference_id", "id");
