import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { checkPasted, decodeSource } from "@/lib/recap/decode";
import { listProblem } from "@/lib/recap/listing/problem";
import { readRecap } from "@/lib/recap/read";
import { isTransferFile } from "@/lib/transfer/recognise";

import { conferenceFor } from "./conference-for";
import { countImports } from "./queries";
import { startReading } from "./reading/runner";
import { textHash } from "./same-source";
import { createImportSchema, type CreateImportInput } from "./schema";
import { storable } from "./storable";
import { addUnread, storeImport, type StoredImport } from "./store-import";
import { NO_COUNTS } from "./types";

/** Characters; a longer text is read while its page tells how far it is. The longest posts have a third of it. */
const READ_AT_ONCE = 300_000;

/** `before` is when the same text was read in earlier, and null when this was the first time. */
export type CreatedImport = StoredImport & { before: Date | null };

/**
 * Reads a post in for the viewer's team: its text and the candidates found in it, each with what it seems to be, for
 * review. Nothing is added to the catalogue but a conference that was named. The same text is not read in twice for a
 * conference: the answer is then the earlier import. A long text is read after the answer: nothing is found yet.
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
  const unreadable = isTransferFile(text) ? OF_DEBRIEF : listProblem(text);
  if (unreadable) return refuse("invalid", unreadable, { fields: { [file ? "file" : "text"]: unreadable } });
  const fileName = file ? storable(file.name) : null;
  const isLong = text.length > READ_AT_ONCE;
  const reading = isLong ? null : readRecap(text);
  const result = await db().$transaction(async (tx): Promise<Result<CreatedImport>> => {
    await waitForSameText(tx, viewer, text);
    const conferenceId = await conferenceFor(tx, viewer, choice);
    if (!conferenceId.ok) return conferenceId;
    const earlier = await findEarlier(tx, viewer, conferenceId.value, text);
    if (earlier) return ok(earlier);
    const stored = reading
      ? await storeImport(tx, viewer, conferenceId.value, { text, fileName, reading })
      : await addUnread(tx, viewer, conferenceId.value, { text, fileName });
    return ok({ ...stored, before: null });
  });
  if (isLong && result.ok) startReading(result.value.importId);
  return result;
}

const OF_DEBRIEF =
  "Debrief wrote this file, with marks and threads. Follow “Bring it in” below instead: here it would lose them.";

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
