-- Trigram matching for search: a trusted extension, so the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('member', 'lead');

-- CreateEnum
CREATE TYPE "choice" AS ENUM ('adopt', 'investigate', 'ignore');

-- CreateEnum
CREATE TYPE "availability" AS ENUM ('ga', 'preview', 'coming', 'unknown');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('reviewing', 'published', 'discarded');

-- CreateEnum
CREATE TYPE "resolution" AS ENUM ('open', 'create', 'merge', 'skip');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL DEFAULT 'member',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("team_id","person_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "team_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "conference" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "announcement_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "conference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "vendor" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "conference_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "category" TEXT NOT NULL,
    "availability" "availability" NOT NULL DEFAULT 'unknown',
    "figures" JSONB NOT NULL DEFAULT '[]',
    "vendor_id" TEXT,
    "catalogue_key" TEXT,
    "edited_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "service_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "service_slugs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mention_count" INTEGER NOT NULL DEFAULT 0,
    "search_text" TEXT NOT NULL DEFAULT '',
    "search_vector" tsvector,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_service" (
    "announcement_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "announcement_service_pkey" PRIMARY KEY ("announcement_id","service_id")
);

-- CreateTable
CREATE TABLE "announcement_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "announcement_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "canonical_url" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'other',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "announcement_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "conference_id" UUID,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "published_on" DATE,
    "identity" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "announcement_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "take" TEXT,
    "section" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "starter_file" (
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "starter_file_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "conference_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "source_id" UUID,
    "state" "import_state" NOT NULL DEFAULT 'reviewing',
    "format" TEXT NOT NULL,
    "file_name" TEXT,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "published_on" DATE,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "category" TEXT NOT NULL,
    "availability" "availability" NOT NULL,
    "links" JSONB NOT NULL DEFAULT '[]',
    "figures" JSONB NOT NULL DEFAULT '[]',
    "take" TEXT,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "section" TEXT,
    "confidence" DOUBLE PRECISION NOT NULL,
    "start_offset" INTEGER,
    "end_offset" INTEGER,
    "resolution" "resolution" NOT NULL DEFAULT 'open',
    "announcement_id" UUID,
    "match_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote" (
    "team_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "choice" "choice" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("team_id","announcement_id","person_id")
);

-- CreateTable
CREATE TABLE "vote_event" (
    "id" BIGSERIAL NOT NULL,
    "team_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "choice" "choice",
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tally" (
    "team_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "adopt" INTEGER NOT NULL DEFAULT 0,
    "investigate" INTEGER NOT NULL DEFAULT 0,
    "ignore" INTEGER NOT NULL DEFAULT 0,
    "comments" INTEGER NOT NULL DEFAULT 0,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lean" TEXT GENERATED ALWAYS AS (CASE
        WHEN "adopt" + "investigate" + "ignore" = 0 THEN NULL
        WHEN 2 * "adopt" > "adopt" + "investigate" + "ignore" THEN 'adopt'
        WHEN 2 * "investigate" > "adopt" + "investigate" + "ignore" THEN 'investigate'
        WHEN 2 * "ignore" > "adopt" + "investigate" + "ignore" THEN 'ignore'
        ELSE 'split'
    END) STORED,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("team_id","announcement_id")
);

-- CreateTable
CREATE TABLE "progress" (
    "team_id" UUID NOT NULL,
    "conference_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "marked" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "progress_pkey" PRIMARY KEY ("team_id","conference_id","person_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "team_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "choice" "choice" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("team_id","announcement_id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "team_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "team_slug_key" ON "team"("slug");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_team_id_created_at_idx" ON "invitation"("team_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "conference_slug_key" ON "conference"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "service_slug_key" ON "service"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_slug_key" ON "announcement"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_catalogue_key_key" ON "announcement"("catalogue_key");

-- CreateIndex
CREATE INDEX "announcement_conference_id_category_title_id_idx" ON "announcement"("conference_id", "category", "title", "id");

-- CreateIndex
CREATE INDEX "announcement_vendor_id_idx" ON "announcement"("vendor_id");

-- CreateIndex
CREATE INDEX "announcement_search_text_trgm" ON "announcement" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "announcement_search_vector" ON "announcement" USING GIN ("search_vector");

-- CreateIndex
CREATE INDEX "announcement_service_slugs" ON "announcement" USING GIN ("service_slugs");

-- CreateIndex
CREATE INDEX "announcement_service_service_id_idx" ON "announcement_service"("service_id");

-- CreateIndex
CREATE INDEX "announcement_link_canonical_url_idx" ON "announcement_link"("canonical_url");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_link_announcement_id_canonical_url_key" ON "announcement_link"("announcement_id", "canonical_url");

-- CreateIndex
CREATE UNIQUE INDEX "source_identity_key" ON "source"("identity");

-- CreateIndex
CREATE INDEX "mention_source_id_idx" ON "mention"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "mention_announcement_id_source_id_key" ON "mention"("announcement_id", "source_id");

-- CreateIndex
CREATE INDEX "import_team_id_created_at_id_idx" ON "import"("team_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "candidate_announcement_id_idx" ON "candidate"("announcement_id");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_import_id_position_key" ON "candidate"("import_id", "position");

-- CreateIndex
CREATE INDEX "vote_person_id_team_id_idx" ON "vote"("person_id", "team_id");

-- CreateIndex
CREATE INDEX "vote_announcement_id_idx" ON "vote"("announcement_id");

-- CreateIndex
CREATE INDEX "vote_event_team_id_announcement_id_id_idx" ON "vote_event"("team_id", "announcement_id", "id");

-- CreateIndex
CREATE INDEX "tally_team_id_lean_idx" ON "tally"("team_id", "lean");

-- CreateIndex
CREATE INDEX "tally_announcement_id_idx" ON "tally"("announcement_id");

-- CreateIndex
CREATE INDEX "decision_announcement_id_idx" ON "decision"("announcement_id");

-- CreateIndex
CREATE INDEX "comment_team_id_announcement_id_created_at_id_idx" ON "comment"("team_id", "announcement_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "audit_event_team_id_id_idx" ON "audit_event"("team_id", "id");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_service" ADD CONSTRAINT "announcement_service_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_service" ADD CONSTRAINT "announcement_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_link" ADD CONSTRAINT "announcement_link_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress" ADD CONSTRAINT "progress_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress" ADD CONSTRAINT "progress_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress" ADD CONSTRAINT "progress_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is not in schema.prisma: checks, and what the database keeps by itself so that no code path can forget it.

-- The list is CATEGORIES in lib/recap/types.ts.
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_category" CHECK ("category" IN (
    'compute', 'containers', 'serverless', 'storage', 'databases', 'analytics', 'machine-learning', 'networking',
    'security', 'management', 'developer-tools', 'observability', 'migration', 'iot', 'edge', 'media', 'business-apps',
    'sustainability', 'other'
));
ALTER TABLE "person" ADD CONSTRAINT "person_email_normal" CHECK ("email" = lower(btrim("email")));

-- Votes: history, tally and progress.
CREATE FUNCTION vote_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.team_id, NEW.announcement_id, NEW.person_id) = (OLD.team_id, OLD.announcement_id, OLD.person_id) THEN
        IF NEW.choice = OLD.choice AND NEW.note = OLD.note THEN
            RETURN NULL;
        END IF;
        INSERT INTO vote_event (team_id, announcement_id, person_id, choice, note)
        VALUES (NEW.team_id, NEW.announcement_id, NEW.person_id, NEW.choice, NEW.note);
        UPDATE tally SET
            adopt = adopt + (NEW.choice = 'adopt')::int - (OLD.choice = 'adopt')::int,
            investigate = investigate + (NEW.choice = 'investigate')::int - (OLD.choice = 'investigate')::int,
            ignore = ignore + (NEW.choice = 'ignore')::int - (OLD.choice = 'ignore')::int,
            last_activity_at = now()
        WHERE team_id = NEW.team_id AND announcement_id = NEW.announcement_id;
        RETURN NULL;
    END IF;

    -- On the way out rows are only updated, never made: a team that is being deleted must not get new ones.
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO vote_event (team_id, announcement_id, person_id, choice, note)
        VALUES (OLD.team_id, OLD.announcement_id, OLD.person_id, NULL, OLD.note);
        UPDATE tally SET
            adopt = adopt - (OLD.choice = 'adopt')::int,
            investigate = investigate - (OLD.choice = 'investigate')::int,
            ignore = ignore - (OLD.choice = 'ignore')::int,
            last_activity_at = now()
        WHERE team_id = OLD.team_id AND announcement_id = OLD.announcement_id;
        UPDATE progress SET marked = marked - 1
        FROM announcement
        WHERE announcement.id = OLD.announcement_id AND progress.conference_id = announcement.conference_id
            AND progress.team_id = OLD.team_id AND progress.person_id = OLD.person_id;
    END IF;

    IF TG_OP <> 'DELETE' THEN
        INSERT INTO vote_event (team_id, announcement_id, person_id, choice, note)
        VALUES (NEW.team_id, NEW.announcement_id, NEW.person_id, NEW.choice, NEW.note);
        INSERT INTO tally (team_id, announcement_id, adopt, investigate, ignore)
        VALUES (NEW.team_id, NEW.announcement_id, (NEW.choice = 'adopt')::int, (NEW.choice = 'investigate')::int, (NEW.choice = 'ignore')::int)
        ON CONFLICT (team_id, announcement_id) DO UPDATE SET
            adopt = tally.adopt + excluded.adopt,
            investigate = tally.investigate + excluded.investigate,
            ignore = tally.ignore + excluded.ignore,
            last_activity_at = now();
        INSERT INTO progress (team_id, conference_id, person_id, marked)
        SELECT NEW.team_id, conference_id, NEW.person_id, 1 FROM announcement WHERE id = NEW.announcement_id
        ON CONFLICT (team_id, conference_id, person_id) DO UPDATE SET marked = progress.marked + 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER vote_kept AFTER INSERT OR UPDATE OR DELETE ON "vote" FOR EACH ROW EXECUTE FUNCTION vote_kept();

-- Comments: how many stand, and when something last happened.
CREATE FUNCTION comment_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE tally SET comments = comments - (OLD.deleted_at IS NULL)::int, last_activity_at = now()
        WHERE team_id = OLD.team_id AND announcement_id = OLD.announcement_id;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.team_id, NEW.announcement_id) <> (OLD.team_id, OLD.announcement_id) THEN
        UPDATE tally SET comments = comments - (OLD.deleted_at IS NULL)::int
        WHERE team_id = OLD.team_id AND announcement_id = OLD.announcement_id;
    END IF;
    INSERT INTO tally (team_id, announcement_id, comments)
    VALUES (
        NEW.team_id,
        NEW.announcement_id,
        (NEW.deleted_at IS NULL)::int - CASE
            WHEN TG_OP = 'UPDATE' AND (NEW.team_id, NEW.announcement_id) = (OLD.team_id, OLD.announcement_id)
            THEN (OLD.deleted_at IS NULL)::int
            ELSE 0
        END
    )
    ON CONFLICT (team_id, announcement_id) DO UPDATE SET
        comments = tally.comments + excluded.comments,
        last_activity_at = now();
    RETURN NULL;
END $$;
CREATE TRIGGER comment_kept AFTER INSERT OR UPDATE OR DELETE ON "comment" FOR EACH ROW EXECUTE FUNCTION comment_kept();

-- Announcements: how many a conference has, once for each statement.
CREATE FUNCTION announcement_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE conference SET announcement_count = announcement_count + changed.n
        FROM (SELECT conference_id, count(*)::int AS n FROM new_rows GROUP BY conference_id) AS changed
        WHERE conference.id = changed.conference_id;
    ELSE
        UPDATE conference SET announcement_count = announcement_count - changed.n
        FROM (SELECT conference_id, count(*)::int AS n FROM old_rows GROUP BY conference_id) AS changed
        WHERE conference.id = changed.conference_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER announcement_counted_in AFTER INSERT ON "announcement"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announcement_counted();
CREATE TRIGGER announcement_counted_out AFTER DELETE ON "announcement"
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION announcement_counted();

-- Progress is kept per conference, so an announcement stays in the one it was made for.
CREATE FUNCTION announcement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an announcement cannot change its conference';
END $$;
CREATE TRIGGER announcement_stays BEFORE UPDATE OF "conference_id" ON "announcement"
    FOR EACH ROW WHEN (OLD.conference_id <> NEW.conference_id) EXECUTE FUNCTION announcement_stays();

-- Search text. Title, then services, then the rest, as weights A, B, C.
CREATE FUNCTION announcement_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    names text := array_to_string(NEW.service_names, ' ');
BEGIN
    NEW.search_text := lower(concat_ws(' ', NEW.title, names, NEW.summary, replace(NEW.category, '-', ' ')));
    NEW.search_vector :=
        setweight(to_tsvector('english', NEW.title), 'A')
        || setweight(to_tsvector('english', names), 'B')
        || setweight(to_tsvector('english', concat_ws(' ', NEW.summary, replace(NEW.category, '-', ' '))), 'C');
    RETURN NEW;
END $$;
CREATE TRIGGER announcement_searchable BEFORE INSERT OR UPDATE OF "title", "summary", "category", "service_names" ON "announcement"
    FOR EACH ROW EXECUTE FUNCTION announcement_searchable();

-- Names and slugs of services, in their order, on the announcement's own row.
CREATE FUNCTION announcement_services_refresh(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    UPDATE announcement SET
        service_names = coalesce(kept.names, '{}'),
        service_slugs = coalesce(kept.slugs, '{}')
    FROM unnest(ids) AS wanted(id)
    LEFT JOIN LATERAL (
        SELECT array_agg(service.name ORDER BY position, service.name) AS names,
            array_agg(service.slug ORDER BY position, service.name) AS slugs
        FROM announcement_service JOIN service ON service.id = announcement_service.service_id
        WHERE announcement_service.announcement_id = wanted.id
    ) AS kept ON true
    WHERE announcement.id = wanted.id
        AND (announcement.service_names, announcement.service_slugs)
            IS DISTINCT FROM (coalesce(kept.names, '{}'), coalesce(kept.slugs, '{}'));
$$;
CREATE FUNCTION announcement_service_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        PERFORM announcement_services_refresh((SELECT array_agg(DISTINCT announcement_id) FROM new_rows));
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM announcement_services_refresh((SELECT array_agg(DISTINCT announcement_id) FROM old_rows));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER announcement_service_kept_in AFTER INSERT ON "announcement_service"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announcement_service_kept();
CREATE TRIGGER announcement_service_kept_change AFTER UPDATE ON "announcement_service"
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announcement_service_kept();
CREATE TRIGGER announcement_service_kept_out AFTER DELETE ON "announcement_service"
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION announcement_service_kept();
CREATE FUNCTION service_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM announcement_services_refresh(
        (SELECT array_agg(announcement_id) FROM announcement_service WHERE service_id = NEW.id)
    );
    RETURN NULL;
END $$;
CREATE TRIGGER service_renamed AFTER UPDATE OF "name", "slug" ON "service" FOR EACH ROW
    WHEN ((OLD.name, OLD.slug) IS DISTINCT FROM (NEW.name, NEW.slug)) EXECUTE FUNCTION service_renamed();

-- Mentions: how many sources speak of an announcement.
CREATE FUNCTION mention_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE announcement SET mention_count = mention_count - 1 WHERE id = OLD.announcement_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE announcement SET mention_count = mention_count + 1 WHERE id = NEW.announcement_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER mention_counted AFTER INSERT OR DELETE OR UPDATE OF "announcement_id" ON "mention"
    FOR EACH ROW EXECUTE FUNCTION mention_counted();

-- History is only ever added to.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "vote_event" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION append_only();
