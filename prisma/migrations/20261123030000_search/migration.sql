-- A word without the punctuation of the sentence around it; signs that belong to it stay, as in "c++", ".net" and "100%".
CREATE FUNCTION search_trimmed(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT rtrim(ltrim(word, ',;:!?()[]{}<>"''`“”„‘’«»…–—-'), '.,;:!?()[]{}<>"''`“”„‘’«»…–—-')
$$;
-- A word without its signs; those between two digits stay, so that 2.5 is not 25.
CREATE FUNCTION search_joined(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT regexp_replace(word, '(?<![[:digit:]])[^[:alnum:]]+|[^[:alnum:]]+(?![[:digit:]])', '', 'g')
$$;
-- The letters and digits of a text in lower case, without accents, one space between words.
CREATE FUNCTION search_spaced(plain text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(lower(plain), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Text as it is searched: its words, and after each U+001F how else one of them may be typed: with its signs ("c++"),
-- without them ("reinvent"), split where capitals split it ("sage maker"), and by its stem ("volum"). Each stands between
-- spaces, so that a word that begins as typed is found by LIKE '% typed%', which a trigram index answers. What is past
-- 20,000 characters is not searched.
CREATE FUNCTION search_words(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    plain text := regexp_replace(normalize(left(given, 20000), NFKD), '[\u0300-\u036f]+', '', 'g');
    spaced text := ' ' || search_spaced(plain) || ' ';
    others text;
BEGIN
    SELECT string_agg(DISTINCT E'\x1f ' || other || ' ', '') INTO others FROM (
        SELECT unnest(ARRAY[
            CASE WHEN chunk ~ '[^[:alnum:]]' THEN lower(chunk) END,
            CASE WHEN length(chunk) <= 60 THEN search_joined(lower(chunk)) END,
            CASE WHEN chunk ~ '[[:lower:][:digit:]][[:upper:]]|[[:upper:]]{2}[[:lower:]]' THEN search_spaced(regexp_replace(
                chunk, '([[:lower:][:digit:]])(?=[[:upper:]])|([[:upper:]])(?=[[:upper:]][[:lower:]])', '\1\2 ', 'g'
            )) END
        ]) AS other
        FROM (
            SELECT DISTINCT search_trimmed(part[1]) AS chunk
            FROM regexp_matches(plain, '[^[:space:][:cntrl:]]+', 'g') AS part
            WHERE part[1] ~ '[^[:alnum:]]|[[:lower:][:digit:]][[:upper:]]|[[:upper:]]{2}[[:lower:]]'
        ) AS chunks
        UNION ALL
        SELECT lexeme FROM unnest(to_tsvector('english', lower(plain)))
    ) AS ways
    WHERE other <> '' AND strpos(spaced, ' ' || other || ' ') = 0;
    RETURN spaced || coalesce(others, '');
END $$;

-- What a word or quoted phrase of a search is looked for by, as patterns for LIKE on search_words; `whole` is the same for
-- the complete word alone. A word begins as typed, or has the same stem; a phrase stands as it is. None for what is only
-- punctuation.
CREATE FUNCTION search_patterns(typed text, is_phrase boolean) RETURNS TABLE (pattern text, whole text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE ROWS 2 AS $$
DECLARE
    plain text := regexp_replace(normalize(typed, NFKD), '[\u0300-\u036f]+', '', 'g');
    spaced text := search_spaced(plain);
    signed text := search_trimmed(regexp_replace(lower(plain), '[[:space:][:cntrl:]]+', ' ', 'g'));
    after text := CASE WHEN is_phrase THEN ' %' ELSE '%' END;
    ways text[];
BEGIN
    -- Signs that belong to it, and writing without spaces, are found wherever they stand.
    IF spaced = '' OR signed ~ '^[^ ]*[^ [:alnum:]]$|^[^[:alnum:]][^ ]*$' THEN
        pattern := '%' || regexp_replace(signed, '[\\%_]', '\\\&', 'g') || '%';
        whole := pattern;
        IF signed <> '' THEN RETURN NEXT; END IF;
        RETURN;
    END IF;
    IF spaced ~ '[\u0e00-\u0eff\u1100-\u11ff\u2e80-\u9fff\uf900-\ufaff]' THEN
        pattern := '%' || spaced || '%';
        whole := '% ' || spaced || ' %';
        RETURN NEXT;
        RETURN;
    END IF;
    ways := ARRAY[spaced];
    IF spaced ~ '^[0-9]+ ?[[:alpha:]]+$' THEN
        ways := ways || replace(spaced, ' ', '') || regexp_replace(spaced, '^([0-9]+) ?', '\1 ');
    ELSIF signed !~ ' ' THEN
        ways := ways || regexp_replace(search_joined(signed), '[\\%_]', '\\\&', 'g');
    END IF;
    RETURN QUERY SELECT DISTINCT '% ' || way || after, '% ' || way || ' %' FROM unnest(ways) AS way;
    IF NOT is_phrase AND spaced ~ '^[[:alpha:]]+$' AND spaced <> (ts_lexize('english_stem', spaced))[1] THEN
        pattern := '% ' || (ts_lexize('english_stem', spaced))[1] || ' %';
        whole := pattern;
        RETURN NEXT;
    END IF;
END $$;

-- AlterTable: what is searched of each.
ALTER TABLE "announcement" ADD COLUMN "search_words" TEXT NOT NULL DEFAULT '';
ALTER TABLE "service" ADD COLUMN "search_words" TEXT GENERATED ALWAYS AS (search_words("name")) STORED;
ALTER TABLE "conference" ADD COLUMN "search_words" TEXT GENERATED ALWAYS AS (search_words("name")) STORED;
ALTER TABLE "mention" ADD COLUMN "search_words" TEXT GENERATED ALWAYS AS (
    CASE WHEN "take" IS NOT NULL OR "excerpt" <> '' THEN search_words(coalesce("take", '') || E'\n' || "excerpt") END
) STORED;
ALTER TABLE "vote" ADD COLUMN "search_words" TEXT GENERATED ALWAYS AS (
    CASE WHEN "note" <> '' THEN search_words("note") END
) STORED;
ALTER TABLE "comment" ADD COLUMN "search_words" TEXT GENERATED ALWAYS AS (
    CASE WHEN "body" <> '' THEN search_words("body") END
) STORED;
ALTER TABLE "decision" ADD COLUMN "search_words" TEXT GENERATED ALWAYS AS (
    CASE WHEN "reason" <> '' THEN search_words("reason") END
) STORED;

-- CreateTable
CREATE TABLE "search_word" (
    "conference_id" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("conference_id","word")
);
ALTER TABLE "search_word" ADD CONSTRAINT "search_word_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Title, services and the rest, with U+001E between them, by which an order tells where a word was found.
CREATE OR REPLACE FUNCTION announcement_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    names text := array_to_string(NEW.service_names, ' ');
    rest text := concat_ws(' ', NEW.summary, replace(NEW.category, '-', ' '));
BEGIN
    NEW.search_text := lower(concat_ws(' ', NEW.title, names, rest));
    NEW.search_vector :=
        setweight(to_tsvector('english', NEW.title), 'A')
        || setweight(to_tsvector('english', names), 'B')
        || setweight(to_tsvector('english', rest), 'C');
    NEW.search_words := concat_ws(E'\x1e', search_words(NEW.title), search_words(names), search_words(rest));
    RETURN NEW;
END $$;

-- The words that announcements of a conference are made of, to offer what a misspelt one was meant to be. A word that is no
-- longer used may stay: what is offered is looked for first.
CREATE FUNCTION search_word_parts(search_text text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT DISTINCT word FROM (
        SELECT search_trimmed(part) AS word FROM regexp_split_to_table(search_text, '[[:space:][:cntrl:]]+') AS part
    ) AS parts
    WHERE length(word) BETWEEN 3 AND 40 AND word ~ '[[:alpha:]]'
$$;
CREATE FUNCTION announcement_worded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- In one order, so that two imports at once wait for each other and never both.
    INSERT INTO search_word (conference_id, word)
    SELECT DISTINCT new_rows.conference_id, word FROM new_rows, search_word_parts(new_rows.search_text) AS word
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE FUNCTION announcement_reworded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_word (conference_id, word)
    SELECT NEW.conference_id, word FROM search_word_parts(NEW.search_text) AS word ORDER BY 2
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER announcement_worded AFTER INSERT ON "announcement"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announcement_worded();
CREATE TRIGGER announcement_reworded AFTER UPDATE ON "announcement"
    FOR EACH ROW WHEN (OLD.search_text <> NEW.search_text) EXECUTE FUNCTION announcement_reworded();

-- What is there already.
UPDATE "announcement" SET "title" = "title";
INSERT INTO "search_word" ("conference_id", "word")
SELECT DISTINCT announcement.conference_id, word FROM announcement, search_word_parts(announcement.search_text) AS word;

-- CreateIndex
CREATE INDEX "announcement_search_words" ON "announcement" USING GIN ("search_words" gin_trgm_ops);
CREATE INDEX "mention_search_words" ON "mention" USING GIN ("search_words" gin_trgm_ops);
CREATE INDEX "vote_search_words" ON "vote" USING GIN ("search_words" gin_trgm_ops);
CREATE INDEX "comment_search_words" ON "comment" USING GIN ("search_words" gin_trgm_ops);
CREATE INDEX "decision_search_words" ON "decision" USING GIN ("search_words" gin_trgm_ops);
CREATE INDEX "search_word_word" ON "search_word" USING GIN ("word" gin_trgm_ops);
