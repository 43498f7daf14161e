import "server-only";

import { z } from "zod";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { describePassage } from "@/lib/recap/describe/passage";
import { FORMATS, type Candidate, type Format, type Place } from "@/lib/recap/types";
import { oneLine } from "@/lib/text/one-line";

import { lockImport, refuseClosed } from "./access";
import { candidateSelect, toReviewCandidate } from "./candidate-rows";
import { comparable, matchCandidates } from "./known";
import { visibleWords } from "./post-parts";
import { findWords } from "./post-places";
import { MAX_TITLE } from "./schema";
import type { ReviewCandidate } from "./types";

/** In the source, markup and address included: a name, not a passage. */
const MAX_SELECTED = 2_000;
/** As they are read. */
const MAX_WORDS = 300;

const TOO_LONG = "That is a whole passage. Select the name of the announcement in it.";
const NOT_THERE = "That part of the post is not there. Load the page again and select it anew.";

/** Where it stands in the import's text, as UTF-16 offsets, or the words of the post that name it; its title if not those. */
const addCandidateSchema = z.object({
  importId: z.uuid(),
  start: z.int().min(0, NOT_THERE).optional(),
  end: z.int().min(0, NOT_THERE).optional(),
  words: z.string().transform(oneLine).pipe(z.string().max(MAX_WORDS, TOO_LONG)).optional(),
  title: z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(MAX_TITLE, `The title is longer than ${MAX_TITLE} characters. Shorten it.`))
    .optional(),
});

export type AddCandidateInput = z.input<typeof addCandidateSchema>;

type Source = { text: string; format: Format };

/**
 * Adds an announcement that the reader missed to an import under review: a candidate with the words that were pointed at
 * as its title and what the post says around them, open like any other and after the others. Pointing at the same place
 * again answers the candidate that is there.
 */
export async function addCandidate(viewer: TeamViewer, input: AddCandidateInput): Promise<Result<ReviewCandidate>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  const parsed = addCandidateSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { importId, title, ...pointed } = parsed.data;
  return db().$transaction(async (tx) => {
    // Nobody else may take the same number.
    const held = await lockImport(tx, viewer, importId, "update");
    if (!held) return refuseNotFound("import");
    if (held.state !== "reviewing") return refuseClosed(held.state);
    const source = await readSource(tx, held.id);
    const place = placeOf(source.text, pointed);
    if (!place.ok) return place;
    const described = describePassage(source.text, source.format, {
      place: place.value,
      words: visibleWords(source.text, source.format, place.value),
    });
    if (!described) return refuseWords("These words make no title. Select the name of the announcement.");
    const candidate = title ? { ...described, title } : described;
    const known = await findSame(tx, held.id, candidate);
    return ok(known ?? (await store(tx, viewer, held, candidate)));
  });
}

async function readSource(tx: Tx, importId: string): Promise<Source> {
  const { text, format } = await tx.import.findUniqueOrThrow({
    where: { id: importId },
    select: { text: true, format: true },
  });
  return { text, format: z.enum(FORMATS).catch("text").parse(format) };
}

function placeOf(
  text: string,
  { start, end, words }: { start?: number | undefined; end?: number | undefined; words?: string | undefined },
): Result<Place> {
  if (start === undefined || end === undefined) {
    if (!words) return refuseWords("Write the words of the post that name the announcement.");
    const found = findWords(text, words);
    return found ? ok(found) : refuseWords("These words are not in the post. Copy them as they stand there.");
  }
  if (end > text.length || start >= end) return refuseWords(NOT_THERE);
  const written = text.slice(start, end);
  if (written.length > MAX_SELECTED) return refuseWords(TOO_LONG);
  const from = start + written.length - written.trimStart().length;
  const place = { start: from, end: Math.max(from, end - (written.length - written.trimEnd().length)) };
  return place.start < place.end ? ok(place) : refuseWords("Select the name of the announcement.");
}

function refuseWords(message: string): Result<never> {
  return refuse("invalid", message, { fields: { words: message } });
}

async function findSame(tx: Tx, importId: string, { title, place }: Candidate): Promise<ReviewCandidate | null> {
  const row = await tx.candidate.findFirst({
    where: { importId, title, startOffset: place?.start ?? null, endOffset: place?.end ?? null },
    select: candidateSelect,
  });
  return row && toReviewCandidate(row);
}

async function store(
  tx: Tx,
  viewer: TeamViewer,
  held: { id: string; conferenceId: string },
  { place, ...candidate }: Candidate,
): Promise<ReviewCandidate> {
  const [match] = await matchCandidates(tx, held.conferenceId, [comparable(candidate, new Set())]);
  const last = await tx.candidate.aggregate({ where: { importId: held.id }, _max: { position: true } });
  const row = await tx.candidate.create({
    data: {
      ...candidate,
      title: wellFormed(candidate.title).slice(0, MAX_TITLE),
      excerpt: wellFormed(candidate.excerpt),
      take: candidate.take && wellFormed(candidate.take),
      importId: held.id,
      position: (last._max.position ?? 0) + 1,
      startOffset: place?.start ?? null,
      endOffset: place?.end ?? null,
      announcementId: match?.announcementId ?? null,
      matchReason: match?.reason ?? null,
    },
    select: candidateSelect,
  });
  await recordAudit(tx, {
    viewer,
    action: "candidate.added",
    subject: { type: "candidate", id: row.id },
    data: { importId: held.id, title: row.title },
  });
  return toReviewCandidate(row);
}

/** A selection, or the end of an excerpt, may cut a character in two, which PostgreSQL does not keep. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
