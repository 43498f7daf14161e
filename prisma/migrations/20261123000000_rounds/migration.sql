-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "conference_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "quorum" INTEGER NOT NULL,
    "is_blind" BOOLEAN NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "round_team_id_conference_id_key" ON "round"("team_id", "conference_id");

-- CreateIndex
CREATE INDEX "round_closes_at_idx" ON "round"("closes_at");

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "round" ADD CONSTRAINT "round_quorum" CHECK ("quorum" > 0);

-- The formulas of lib/voting/support.ts and lib/voting/disagreement.ts, null while nobody has marked.
CREATE FUNCTION adopt_support(adopt integer, marks integer) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN marks = 0 THEN NULL
        WHEN adopt = 0 THEN 0
        ELSE (
            adopt::float8 / marks + 3.841458820694124 / (2 * marks)
            - 1.959963984540054 * sqrt((adopt::float8 / marks * (marks - adopt) / marks + 3.841458820694124 / (4 * marks)) / marks)
        ) / (1 + 3.841458820694124 / marks)
    END
$$;
CREATE FUNCTION disagreement(adopt integer, ignore integer, marks integer) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN marks > 0 THEN (adopt + ignore)::float8 / marks - ((adopt - ignore)::float8 / marks) ^ 2 END
$$;

-- A tally knows its conference, so that a list of one can be read in the order of its tallies.
ALTER TABLE "tally" ADD COLUMN "conference_id" UUID;
UPDATE "tally" SET "conference_id" = announcement.conference_id FROM announcement WHERE announcement.id = announcement_id;
ALTER TABLE "tally"
    ALTER COLUMN "conference_id" SET NOT NULL,
    ADD COLUMN "support" DOUBLE PRECISION GENERATED ALWAYS AS (adopt_support("adopt", "adopt" + "investigate" + "ignore")) STORED,
    ADD COLUMN "disagreement" DOUBLE PRECISION GENERATED ALWAYS AS (disagreement("adopt", "ignore", "adopt" + "investigate" + "ignore")) STORED;

ALTER TABLE "tally" ADD CONSTRAINT "tally_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "tally_team_id_lean_idx";

-- CreateIndex
CREATE INDEX "tally_team_id_lean_conference_id_idx" ON "tally"("team_id", "lean", "conference_id");

-- CreateIndex
CREATE INDEX "tally_support" ON "tally"("team_id", "conference_id", "support" DESC NULLS LAST, "announcement_id");

-- CreateIndex
CREATE INDEX "tally_disagreement" ON "tally"("team_id", "conference_id", "disagreement" DESC NULLS LAST, "announcement_id");

-- CreateIndex
CREATE INDEX "tally_activity" ON "tally"("team_id", "conference_id", "last_activity_at" DESC, "announcement_id");

CREATE FUNCTION tally_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.conference_id := (SELECT conference_id FROM announcement WHERE id = NEW.announcement_id);
    RETURN NEW;
END $$;
CREATE TRIGGER tally_placed BEFORE INSERT OR UPDATE OF "announcement_id" ON "tally" FOR EACH ROW EXECUTE FUNCTION tally_placed();

-- What somebody may know of what others marked: everything, save that in an open blind round it is nothing on an
-- announcement they have not marked. Plain SQL, so that the planner sees through them.
CREATE FUNCTION is_blind(in_team uuid, of_conference uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM round
        WHERE round.team_id = in_team AND round.conference_id = of_conference
            AND round.is_blind AND round.closed_at IS NULL AND round.closes_at > now()
    )
$$;
CREATE FUNCTION seen_tally(in_team uuid, as_person uuid) RETURNS TABLE (
    announcement_id uuid, conference_id uuid, is_hidden boolean, marks integer, adopt integer, investigate integer,
    ignore integer, lean text, support double precision, disagreement double precision, comments integer,
    last_activity_at timestamptz
) LANGUAGE sql STABLE AS $$
    SELECT tally.announcement_id, tally.conference_id, blind.id IS NOT NULL AND own.person_id IS NULL,
        tally.adopt + tally.investigate + tally.ignore,
        CASE WHEN blind.id IS NULL OR own.person_id IS NOT NULL THEN tally.adopt END,
        CASE WHEN blind.id IS NULL OR own.person_id IS NOT NULL THEN tally.investigate END,
        CASE WHEN blind.id IS NULL OR own.person_id IS NOT NULL THEN tally.ignore END,
        CASE WHEN blind.id IS NULL OR own.person_id IS NOT NULL THEN tally.lean END,
        CASE WHEN blind.id IS NULL OR own.person_id IS NOT NULL THEN tally.support END,
        CASE WHEN blind.id IS NULL OR own.person_id IS NOT NULL THEN tally.disagreement END,
        tally.comments, tally.last_activity_at
    FROM tally
    LEFT JOIN round AS blind ON blind.team_id = tally.team_id AND blind.conference_id = tally.conference_id
        AND blind.is_blind AND blind.closed_at IS NULL AND blind.closes_at > now()
    LEFT JOIN vote AS own ON own.team_id = tally.team_id AND own.announcement_id = tally.announcement_id
        AND own.person_id = as_person
    WHERE tally.team_id = in_team
$$;
-- The tallies that are not hidden at all, as they are, so that filters and orders can use their indexes.
CREATE FUNCTION open_tally(in_team uuid, as_person uuid) RETURNS SETOF tally LANGUAGE sql STABLE AS $$
    SELECT tally.*
    FROM tally
    LEFT JOIN round AS blind ON blind.team_id = tally.team_id AND blind.conference_id = tally.conference_id
        AND blind.is_blind AND blind.closed_at IS NULL AND blind.closes_at > now()
    LEFT JOIN vote AS own ON own.team_id = tally.team_id AND own.announcement_id = tally.announcement_id
        AND own.person_id = as_person
    WHERE tally.team_id = in_team AND (blind.id IS NULL OR own.person_id IS NOT NULL)
$$;
CREATE FUNCTION seen_vote(in_team uuid, as_person uuid) RETURNS SETOF vote LANGUAGE sql STABLE AS $$
    SELECT vote.*
    FROM vote
    JOIN announcement ON announcement.id = vote.announcement_id
    LEFT JOIN round AS blind ON blind.team_id = vote.team_id AND blind.conference_id = announcement.conference_id
        AND blind.is_blind AND blind.closed_at IS NULL AND blind.closes_at > now()
    LEFT JOIN vote AS own ON own.team_id = vote.team_id AND own.announcement_id = vote.announcement_id
        AND own.person_id = as_person
    WHERE vote.team_id = in_team AND (blind.id IS NULL OR own.person_id IS NOT NULL)
$$;
-- What was marked on an announcement that was merged away is seen with the one it was merged into.
CREATE FUNCTION seen_vote_event(in_team uuid, as_person uuid) RETURNS SETOF vote_event LANGUAGE sql STABLE AS $$
    SELECT vote_event.*
    FROM vote_event
    LEFT JOIN merge ON merge.dropped_id = vote_event.announcement_id
    JOIN announcement ON announcement.id = coalesce(merge.kept_id, vote_event.announcement_id)
    LEFT JOIN round AS blind ON blind.team_id = vote_event.team_id AND blind.conference_id = announcement.conference_id
        AND blind.is_blind AND blind.closed_at IS NULL AND blind.closes_at > now()
    LEFT JOIN vote AS own ON own.team_id = vote_event.team_id AND own.announcement_id = announcement.id
        AND own.person_id = as_person
    WHERE vote_event.team_id = in_team
        AND (vote_event.person_id = as_person OR blind.id IS NULL OR own.person_id IS NOT NULL)
$$;
