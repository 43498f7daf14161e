-- What somebody puts off while going through a conference: it comes again at the end, on every device of theirs.
CREATE TABLE "put_off" (
    "team_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "put_off_pkey" PRIMARY KEY ("team_id","person_id","announcement_id")
);
CREATE INDEX "put_off_announcement_id_idx" ON "put_off"("announcement_id");
CREATE INDEX "put_off_person_id_idx" ON "put_off"("person_id");

ALTER TABLE "put_off" ADD CONSTRAINT "put_off_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "put_off" ADD CONSTRAINT "put_off_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "put_off" ADD CONSTRAINT "put_off_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One's own last marks, from which one's pace is told.
CREATE INDEX "vote_event_team_id_person_id_id_idx" ON "vote_event"("team_id", "person_id", "id");
