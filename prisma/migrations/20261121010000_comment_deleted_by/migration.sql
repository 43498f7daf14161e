-- Who deleted a comment: the thread keeps a trace that names them.
ALTER TABLE "comment" ADD COLUMN "deleted_by_id" UUID;
ALTER TABLE "comment" ADD CONSTRAINT "comment_deleted_by_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
