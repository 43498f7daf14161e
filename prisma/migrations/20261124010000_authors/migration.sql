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
-- active when the last mark or comment was made.
CREATE FUNCTION recount_marks(in_team uuid, of_conference uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO tally (team_id, announcement_id, adopt, investigate, ignore, comments, last_activity_at)
    SELECT in_team, announcement.id, coalesce(marked.adopt, 0), coalesce(marked.investigate, 0),
        coalesce(marked.ignore, 0), coalesce(said.comments, 0), greatest(marked.at, said.at)
    FROM announcement
    LEFT JOIN (
        SELECT announcement_id, count(*) FILTER (WHERE choice = 'adopt') AS adopt,
            count(*) FILTER (WHERE choice = 'investigate') AS investigate,
            count(*) FILTER (WHERE choice = 'ignore') AS ignore, max(updated_at) AS at
        FROM vote WHERE team_id = in_team GROUP BY announcement_id
    ) AS marked ON marked.announcement_id = announcement.id
    LEFT JOIN (
        SELECT announcement_id, count(*) FILTER (WHERE deleted_at IS NULL) AS comments,
            max(greatest(created_at, edited_at, deleted_at)) AS at
        FROM comment WHERE team_id = in_team GROUP BY announcement_id
    ) AS said ON said.announcement_id = announcement.id
    WHERE announcement.conference_id = of_conference
        AND (marked.announcement_id IS NOT NULL OR said.announcement_id IS NOT NULL)
    ON CONFLICT (team_id, announcement_id) DO UPDATE SET
        adopt = excluded.adopt, investigate = excluded.investigate, ignore = excluded.ignore,
        comments = excluded.comments, last_activity_at = greatest(tally.last_activity_at, excluded.last_activity_at)
    WHERE (tally.adopt, tally.investigate, tally.ignore, tally.comments)
        <> (excluded.adopt, excluded.investigate, excluded.ignore, excluded.comments);
    INSERT INTO progress (team_id, conference_id, person_id, marked)
    SELECT in_team, of_conference, vote.person_id, count(*)
    FROM vote JOIN announcement ON announcement.id = vote.announcement_id
    WHERE vote.team_id = in_team AND announcement.conference_id = of_conference
    GROUP BY vote.person_id
    ON CONFLICT (team_id, conference_id, person_id) DO UPDATE SET marked = excluded.marked
    WHERE progress.marked <> excluded.marked;
$$;
