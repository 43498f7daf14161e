-- CreateTable
CREATE TABLE "merge" (
    "id" BIGSERIAL NOT NULL,
    "kept_id" UUID NOT NULL,
    "dropped_id" UUID NOT NULL,
    "dropped_slug" TEXT NOT NULL,
    "dropped_title" TEXT NOT NULL,
    "dropped_vendor_id" TEXT,
    "dropped_catalogue_key" TEXT,
    "team_id" UUID,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remembered" JSONB NOT NULL,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "merge_dropped_id_key" ON "merge"("dropped_id");

-- CreateIndex
CREATE UNIQUE INDEX "merge_dropped_slug_key" ON "merge"("dropped_slug");

-- CreateIndex
CREATE UNIQUE INDEX "merge_dropped_catalogue_key_key" ON "merge"("dropped_catalogue_key");

-- CreateIndex
CREATE INDEX "merge_kept_id_id_idx" ON "merge"("kept_id", "id");

-- CreateIndex
CREATE INDEX "merge_dropped_vendor_id_idx" ON "merge"("dropped_vendor_id");

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is not in schema.prisma.

-- Every name an announcement is known by, since when: its own, and those of what was merged into it. Sources meet here.
CREATE VIEW "known_announcement" AS
    SELECT id, conference_id, title, service_slugs, vendor_id, search_text, created_at FROM announcement
    UNION ALL
    SELECT kept.id, kept.conference_id, merge.dropped_title, kept.service_slugs, merge.dropped_vendor_id,
        lower(merge.dropped_title), merge.merged_at
    FROM merge JOIN announcement AS kept ON kept.id = merge.kept_id;

-- Rows that were remembered as JSON go back into their table; columns added since get their defaults.
CREATE FUNCTION put_back(kind regclass, remembered jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    columns text := (
        SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
        WHERE attrelid = kind AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND remembered->0 ? attname
    );
BEGIN
    IF columns IS NOT NULL THEN
        EXECUTE format('INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$s, $1)', kind, columns)
        USING remembered;
    END IF;
END $$;

-- Votes, as in the first migration, but that history tells what people marked: what a merge or its undo moves writes none.
CREATE OR REPLACE FUNCTION vote_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_marking boolean := coalesce(current_setting('debrief.merging', true), '') <> 'on';
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.team_id, NEW.announcement_id, NEW.person_id) = (OLD.team_id, OLD.announcement_id, OLD.person_id) THEN
        IF NEW.choice = OLD.choice AND NEW.note = OLD.note THEN
            RETURN NULL;
        END IF;
        IF is_marking THEN
            INSERT INTO vote_event (team_id, announcement_id, person_id, choice, note)
            VALUES (NEW.team_id, NEW.announcement_id, NEW.person_id, NEW.choice, NEW.note);
        END IF;
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
        IF is_marking THEN
            INSERT INTO vote_event (team_id, announcement_id, person_id, choice, note)
            VALUES (OLD.team_id, OLD.announcement_id, OLD.person_id, NULL, OLD.note);
        END IF;
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
        IF is_marking THEN
            INSERT INTO vote_event (team_id, announcement_id, person_id, choice, note)
            VALUES (NEW.team_id, NEW.announcement_id, NEW.person_id, NEW.choice, NEW.note);
        END IF;
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
