-- AlterTable
ALTER TABLE "tally" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "counted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "tally_team_id_changed_at_idx" ON "tally"("team_id", "changed_at");

-- What follows is not in schema.prisma: what tells open pages, see docs/decisions/0012-live.md. Messages on the channel
-- `debrief` hold ids alone and go to the app's own processes, which read what somebody may know and send that.

-- When something about an announcement changed in a team, for pages that missed being told; and when it last was something
-- that also somebody may know from whom marks are hidden, which another choice and another note are not.
CREATE FUNCTION tally_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_at := clock_timestamp();
    IF NEW.counted_at <> OLD.counted_at OR NEW.comments <> OLD.comments
        OR NEW.adopt + NEW.investigate + NEW.ignore <> OLD.adopt + OLD.investigate + OLD.ignore
    THEN
        NEW.counted_at := NEW.changed_at;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tally_changed BEFORE UPDATE ON "tally" FOR EACH ROW EXECUTE FUNCTION tally_changed();

-- Whether what happens is a merge or its undo, of which pages are told by the announcement that goes or comes.
CREATE FUNCTION is_merging() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('debrief.merging', true), '') = 'on'
$$;

-- Marks: which, and whose, so that the marker's own other pages follow. A message holds at most 8,000 bytes, so that they
-- go ninety to a message, and of more than nine hundred only that there were many.
CREATE FUNCTION vote_told() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    found integer := (SELECT count(*) FROM (SELECT FROM changed LIMIT 901) AS counted);
BEGIN
    IF found = 0 OR is_merging() THEN
        RETURN NULL;
    ELSIF found > 900 THEN
        PERFORM pg_notify('debrief', json_build_object('kind', 'many', 'team', team_id)::text)
        FROM (SELECT DISTINCT team_id FROM changed) AS teams;
    ELSE
        PERFORM pg_notify('debrief', json_build_object(
            'kind', 'changed', 'team', team_id, 'counted', TG_OP <> 'UPDATE',
            'of', json_agg(json_build_array(announcement_id, person_id))
        )::text)
        FROM (
            SELECT team_id, announcement_id, person_id, (row_number() OVER () - 1) / 90 AS part FROM changed
        ) AS numbered
        GROUP BY team_id, part;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER vote_told_in AFTER INSERT ON "vote"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION vote_told();
CREATE TRIGGER vote_told_change AFTER UPDATE ON "vote"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION vote_told();
CREATE TRIGGER vote_told_out AFTER DELETE ON "vote"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION vote_told();

-- Comments and decisions: about which announcements.
CREATE FUNCTION announcements_told(of_team uuid, announcements uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF is_merging() THEN
        RETURN;
    ELSIF cardinality(announcements) > 90 THEN
        PERFORM pg_notify('debrief', json_build_object('kind', 'many', 'team', of_team)::text);
    ELSE
        PERFORM pg_notify('debrief', json_build_object(
            'kind', 'changed', 'team', of_team, 'counted', true,
            'of', (SELECT json_agg(json_build_array(id, NULL)) FROM unnest(announcements) AS id)
        )::text);
    END IF;
END $$;
CREATE FUNCTION comment_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Another text counts nothing new, and is seen by everybody.
    IF TG_OP = 'UPDATE' THEN
        UPDATE tally SET counted_at = clock_timestamp()
        FROM changed WHERE tally.team_id = changed.team_id AND tally.announcement_id = changed.announcement_id;
    END IF;
    PERFORM announcements_told(team_id, array_agg(DISTINCT announcement_id)) FROM changed GROUP BY team_id;
    RETURN NULL;
END $$;
CREATE TRIGGER comment_told_in AFTER INSERT ON "comment"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_told();
CREATE TRIGGER comment_told_change AFTER UPDATE ON "comment"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_told();
CREATE TRIGGER comment_told_out AFTER DELETE ON "comment"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_told();

-- The row locked first is the decision's, then the tally's, as for marks. On the way out rows are only updated, never made.
CREATE FUNCTION decision_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE tally SET counted_at = clock_timestamp()
        FROM changed WHERE tally.team_id = changed.team_id AND tally.announcement_id = changed.announcement_id;
    ELSE
        INSERT INTO tally (team_id, announcement_id) SELECT team_id, announcement_id FROM changed
        ON CONFLICT (team_id, announcement_id) DO UPDATE SET counted_at = clock_timestamp();
    END IF;
    PERFORM announcements_told(team_id, array_agg(DISTINCT announcement_id)) FROM changed GROUP BY team_id;
    RETURN NULL;
END $$;
CREATE TRIGGER decision_told_in AFTER INSERT ON "decision"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION decision_told();
CREATE TRIGGER decision_told_change AFTER UPDATE ON "decision"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION decision_told();
CREATE TRIGGER decision_told_out AFTER DELETE ON "decision"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION decision_told();
INSERT INTO tally (team_id, announcement_id) SELECT team_id, announcement_id FROM decision
ON CONFLICT (team_id, announcement_id) DO NOTHING;

-- What a conference announced, for every team.
CREATE FUNCTION announcement_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('debrief', json_build_object('kind', 'announced', 'conference', conference_id)::text)
    FROM (SELECT DISTINCT conference_id FROM changed) AS conferences;
    RETURN NULL;
END $$;
CREATE TRIGGER announcement_told_in AFTER INSERT ON "announcement"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announcement_told();
CREATE TRIGGER announcement_told_out AFTER DELETE ON "announcement"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announcement_told();

-- Rounds, and who is in a team: the same message from many rows of one transaction is sent once.
CREATE FUNCTION round_told() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    row round := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM pg_notify('debrief', json_build_object('kind', 'round', 'team', row.team_id, 'conference', row.conference_id)::text);
    RETURN NULL;
END $$;
CREATE TRIGGER round_told AFTER INSERT OR UPDATE OR DELETE ON "round" FOR EACH ROW EXECUTE FUNCTION round_told();
CREATE FUNCTION members_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('debrief', json_build_object('kind', 'members', 'team', OLD.team_id)::text);
    RETURN NULL;
END $$;
CREATE TRIGGER members_told AFTER DELETE ON "membership" FOR EACH ROW EXECUTE FUNCTION members_told();
CREATE FUNCTION person_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('debrief', json_build_object('kind', 'person', 'person', NEW.id)::text);
    RETURN NULL;
END $$;
CREATE TRIGGER person_told AFTER UPDATE OF "session_version", "deactivated_at" ON "person" FOR EACH ROW
    WHEN ((OLD.session_version, OLD.deactivated_at) IS DISTINCT FROM (NEW.session_version, NEW.deactivated_at))
    EXECUTE FUNCTION person_told();
