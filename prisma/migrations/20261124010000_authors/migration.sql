-- Somebody whose marks and words a team brought in from another installation, known here by name alone: no account, and
-- never a member. Addresses are unique among accounts, and among the authors of one team.
ALTER TABLE "person" ADD COLUMN "author_in" UUID;
ALTER TABLE "person" ADD CONSTRAINT "person_author_in_fkey" FOREIGN KEY ("author_in") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "person_author_in_email_key" ON "person"("author_in", "email");

-- What follows is not in schema.prisma.
DROP INDEX "person_email_key";
CREATE UNIQUE INDEX "person_account_email" ON "person"("email") WHERE "author_in" IS NULL;
ALTER TABLE "person" ADD CONSTRAINT "person_author_has_no_account"
    CHECK ("author_in" IS NULL OR ("password_hash" IS NULL AND NOT "is_admin"));

-- Everything that asks who is in a team asks membership: whoever has no account can have none.
CREATE FUNCTION member_has_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM person WHERE id = NEW.person_id AND author_in IS NOT NULL) THEN
        RAISE EXCEPTION 'a named author without an account cannot be a member';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER member_has_account AFTER INSERT OR UPDATE OF "person_id" ON "membership"
    FOR EACH ROW EXECUTE FUNCTION member_has_account();
CREATE FUNCTION author_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a named author and an account do not become each other';
END $$;
CREATE TRIGGER author_stays BEFORE UPDATE OF "author_in" ON "person"
    FOR EACH ROW WHEN (OLD.author_in IS DISTINCT FROM NEW.author_in) EXECUTE FUNCTION author_stays();

-- While a file of marks is brought in, its history comes with it and tallies are counted once at its end, by
-- recount_marks: a row at a time is too slow for millions, and would write history of its own.
DROP TRIGGER vote_kept ON "vote";
CREATE TRIGGER vote_kept AFTER INSERT OR UPDATE OR DELETE ON "vote" FOR EACH ROW
    WHEN (coalesce(current_setting('debrief.transferring', true), '') <> 'on') EXECUTE FUNCTION vote_kept();
DROP TRIGGER comment_kept ON "comment";
CREATE TRIGGER comment_kept AFTER INSERT OR UPDATE OR DELETE ON "comment" FOR EACH ROW
    WHEN (coalesce(current_setting('debrief.transferring', true), '') <> 'on') EXECUTE FUNCTION comment_kept();

-- Tallies, comment counts and progress of one team and conference, as they are when counted. What is counted anew was last
-- active when the last mark or comment was made. Whoever marks meanwhile has done so before the rows are locked, and is
-- counted, or waits and adds theirs to what was counted: every statement here sees what was stored before it.
CREATE FUNCTION recount_marks(in_team uuid, of_conference uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    touched uuid[] := ARRAY(
        SELECT id FROM announcement WHERE conference_id = of_conference AND (
            EXISTS (SELECT FROM vote WHERE vote.team_id = in_team AND vote.announcement_id = announcement.id)
            OR EXISTS (SELECT FROM comment WHERE comment.team_id = in_team AND comment.announcement_id = announcement.id)
        )
    );
BEGIN
    INSERT INTO tally (team_id, announcement_id, last_activity_at)
        SELECT in_team, id, 'epoch' FROM unnest(touched) AS id ORDER BY id
        ON CONFLICT (team_id, announcement_id) DO NOTHING;
    PERFORM FROM tally WHERE team_id = in_team AND announcement_id = ANY(touched) ORDER BY announcement_id FOR UPDATE;
    INSERT INTO progress (team_id, conference_id, person_id)
        SELECT in_team, of_conference, person_id FROM (
            SELECT DISTINCT person_id FROM vote WHERE team_id = in_team AND announcement_id = ANY(touched)
        ) AS marking ORDER BY person_id
        ON CONFLICT (team_id, conference_id, person_id) DO NOTHING;
    PERFORM FROM progress WHERE team_id = in_team AND conference_id = of_conference ORDER BY person_id FOR UPDATE;

    UPDATE tally SET
        adopt = counted.adopt, investigate = counted.investigate, ignore = counted.ignore, comments = counted.comments,
        last_activity_at = greatest(tally.last_activity_at, counted.at)
    FROM (
        SELECT touched_id AS id, coalesce(marked.adopt, 0) AS adopt, coalesce(marked.investigate, 0) AS investigate,
            coalesce(marked.ignore, 0) AS ignore, coalesce(said.comments, 0) AS comments, greatest(marked.at, said.at) AS at
        FROM unnest(touched) AS touched_id
        LEFT JOIN (
            SELECT announcement_id, count(*) FILTER (WHERE choice = 'adopt') AS adopt,
                count(*) FILTER (WHERE choice = 'investigate') AS investigate,
                count(*) FILTER (WHERE choice = 'ignore') AS ignore, max(updated_at) AS at
            FROM vote WHERE team_id = in_team GROUP BY announcement_id
        ) AS marked ON marked.announcement_id = touched_id
        LEFT JOIN (
            SELECT announcement_id, count(*) FILTER (WHERE deleted_at IS NULL) AS comments,
                max(greatest(created_at, edited_at, deleted_at)) AS at
            FROM comment WHERE team_id = in_team GROUP BY announcement_id
        ) AS said ON said.announcement_id = touched_id
    ) AS counted
    WHERE tally.team_id = in_team AND tally.announcement_id = counted.id
        AND (tally.adopt, tally.investigate, tally.ignore, tally.comments)
            <> (counted.adopt, counted.investigate, counted.ignore, counted.comments);
    UPDATE progress SET marked = counted.marked
    FROM (
        SELECT vote.person_id, count(*) AS marked
        FROM vote JOIN announcement ON announcement.id = vote.announcement_id
        WHERE vote.team_id = in_team AND announcement.conference_id = of_conference
        GROUP BY vote.person_id
    ) AS counted
    WHERE progress.team_id = in_team AND progress.conference_id = of_conference
        AND progress.person_id = counted.person_id AND progress.marked <> counted.marked;
END $$;
