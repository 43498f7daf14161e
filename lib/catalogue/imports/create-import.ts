import "server-only";

import { hash } from "node:crypto";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { checkPasted, decodeSource } from "@/lib/recap/decode";
import { listProblem } from "@/lib/recap/listing/problem";
import { readRecap } from "@/lib/recap/read";
import type { Candidate, Reading } from "@/lib/recap/types";

import { conferenceFor } from "./conference-for";
import { matchCandidates } from "./known";
import { createImportSchema, MAX_TITLE, type CreateImportInput } from "./schema";

/** `before` is when the same text was read in earlier, and null when this was the first time. */
export type CreatedImport = { importId: string; found: number; before: Date | null };

type Post = { text: string; fileName: string | null; reading: Reading };

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
    return ok(earlier ?? (await storeImport(tx, viewer, conferenceId.value, post)));
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

/** PostgreSQL keeps neither NUL nor half a surrogate pair; the replacement is as long, so that places stay. */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, "\uFFFD");
}

/** A double click sends the same text twice at once: the second waits, and then finds the first. */
async function waitForSameText(tx: Tx, viewer: TeamViewer, text: string): Promise<void> {
  const key = `import:${viewer.teamId}:${hash("sha256", text)}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

async function findEarlier(
  tx: Tx,
  viewer: TeamViewer,
  conferenceId: string,
  text: string,
): Promise<CreatedImport | null> {
  const earlier = await tx.import.findFirst({
    where: { teamId: viewer.teamId, conferenceId, text, state: { not: "discarded" } },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, _count: { select: { candidates: true } } },
  });
  return earlier && { importId: earlier.id, found: earlier._count.candidates, before: earlier.createdAt };
}

async function storeImport(
  tx: Tx,
  viewer: TeamViewer,
  conferenceId: string,
  { text, fileName, reading }: Post,
): Promise<CreatedImport> {
  const { source, format, announcements } = reading;
  const { id } = await tx.import.create({
    data: {
      teamId: viewer.teamId,
      conferenceId,
      createdById: viewer.personId,
      format,
      fileName,
      title: storable(source.title?.trim() || fileName || firstLine(text)).slice(0, MAX_TITLE),
      author: source.author && storable(source.author),
      url: source.url && storable(source.url),
      publishedOn: source.publishedOn ? new Date(source.publishedOn) : null,
      text,
    },
    select: { id: true },
  });
  const candidates = announcements.map(storableCandidate);
  const matches = await matchCandidates(tx, conferenceId, candidates);
  await tx.candidate.createMany({
    data: candidates.map(({ place, ...candidate }, index) => ({
      ...candidate,
      importId: id,
      position: index + 1,
      startOffset: place?.start ?? null,
      endOffset: place?.end ?? null,
      announcementId: matches[index]?.announcementId ?? null,
      matchReason: matches[index]?.reason ?? null,
    })),
  });
  return { importId: id, found: candidates.length, before: null };
}

/** A candidate in texts that the database takes, its title no longer than a title may be. */
export function storableCandidate(candidate: Candidate): Candidate {
  const { title, services, links, figures, take, excerpt, section } = candidate;
  return {
    ...candidate,
    title: storable(title).slice(0, MAX_TITLE),
    services: services.map(storable),
    links: links.map((link) => ({ ...link, url: storable(link.url) })),
    figures: figures.map((figure) => ({ ...figure, text: storable(figure.text) })),
    take: take && storable(take),
    excerpt: storable(excerpt),
    section: section && storable(section),
  };
}

function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0]?.trim() || "Pasted text";
}
