-- Whether a comment asks something: a sentence of it ends with a question mark, outside of quoted lines. The same as
-- questionIn of lib/voting/agenda/question.ts; an address that ends in "/?" asks nothing.
CREATE FUNCTION asks(body text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT body ~ '(?n)^(?![ \t]*>).*([^ \t/?]\?+[]"''”’»)*_~]*([ \t]|$)|[？؟])'
$$;

-- The few comments that ask, so that an agenda finds them without reading threads.
CREATE INDEX "comment_asking" ON "comment"("team_id", "announcement_id", "created_at", "id")
    WHERE "deleted_at" IS NULL AND asks("body");
