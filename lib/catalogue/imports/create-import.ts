import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { checkPasted, decodeSource } from "@/lib/recap/decode";
import { listProblem } from "@/lib/recap/listing/problem";
import { readRecap } from "@/lib/recap/read";

import { conferenceFor } from "./conference-for";
import { countImports } from "./queries";
import { textHash } from "./same-source";
import { createImportSchema, type CreateImportInput } from "./schema";
import { storable } from "./storable";
import { storeImport, type StoredImport } from "./store-import";
import { NO_COUNTS } from "./types";

/** `before` is when the same text was read in earlier, and null when this was the first time. */
export type CreatedImport = StoredImport & { before: Date | null };

/**
 * Reads a post in for the viewer's team: its text and the candidates found in it, each with what it seems to be, for
 * review. Nothing is added to the catalogue but a conference that was named. The same text is not read in twice for a
 * conference: the answer is then the earlier import.
 */
export async function createImport(viewer: TeamViewer, input: CreateImportInput): Promise<Result<CreatedImport>> {
  const permitted = permit(viewer, "import.create");
  if (!permitted.ok) return permitted;
  const parsed = createImportSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { text: pasted, file, ...choice } = parsed.data;
  const decoded = file ? decodeFile(file.bytes) : decodePasted(pasted ?? "");
  if (!decoded.ok) return decoded;
  const text = storable(decoded.value.replace(/\r\n?/g, "\n"));
  const unreadable = listProblem(text);
  if (unreadable) return refuse("invalid", unreadable, { fields: { [file ? "file" : "text"]: unreadable } });
  const post = { text, fileName: file ? storable(file.name) : null, reading: readRecap(text) };
  return db().$transaction(async (tx) => {
    await waitForSameText(tx, viewer, text);
    const conferenceId = await conferenceFor(tx, viewer, choice);
    if (!conferenceId.ok) return conferenceId;
    const earlier = await findEarlier(tx, viewer, conferenceId.value, text);
    return ok(earlier ?? { ...(await storeImport(tx, viewer, conferenceId.value, post)), before: null });
  });
}

function decodeFile(bytes: Uint8Array): Result<string> {
  return underField("file", decodeSource(bytes));
}

/** Pasted text has the limits of a file, and blanks and binary rubbish can be pasted too. */
function decodePasted(text: string): Result<string> {
  return underField("text", checkPasted(text));
}

function underField(field: string, decoded: Result<string>): Result<string> {
  if (decoded.ok) return decoded;
  const { kind, message } = decoded.problem;
  return refuse(kind, message, { fields: { [field]: message } });
}

/** A double click sends the same text twice at once: the second waits, and then finds the first. */
async function waitForSameText(tx: Tx, viewer: TeamViewer, text: string): Promise<void> {
  const key = `import:${viewer.teamId}:${textHash(text)}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

async function findEarlier(
  tx: Tx,
  viewer: TeamViewer,
  conferenceId: string,
  text: string,
): Promise<CreatedImport | null> {
  const earlier = await tx.import.findFirst({
    where: { teamId: viewer.teamId, conferenceId, textHash: textHash(text), state: { not: "discarded" } },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true },
  });
  if (!earlier) return null;
  const { found, known } = (await countImports(tx, [earlier.id])).get(earlier.id) ?? NO_COUNTS;
  return { importId: earlier.id, found, known, before: earlier.createdAt };
}
