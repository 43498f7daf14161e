import { problemResponse } from "@/lib/errors/http";
import { refuse, type Problem, type Result } from "@/lib/errors/problem";
import { readForm } from "@/lib/http/read-form";
import { teamViewerResult } from "@/lib/identity/gates";
import { returnLocation } from "@/lib/identity/return-path";
import { sameOrigin } from "@/lib/identity/same-origin";
import { applyMark } from "@/lib/voting/apply-mark";
import { castVotes, type CastAnswer } from "@/lib/voting/bulk";
import { readBulkForm } from "@/lib/voting/bulk-form";
import type { CastVotesInput } from "@/lib/voting/bulk-schema";
import { readMarkForm } from "@/lib/voting/mark-form";
import type { Marked } from "@/lib/voting/types";

import { refusalPage } from "./refusal-page";

/**
 * Two notes of 4,000 characters, the new one and the one it was, at twelve bytes each when an emoji is urlencoded, are
 * 96 KB; beyond twice that nothing is a note.
 */
const MAX_BYTES = 192 * 1024;

/**
 * The one door for marks and notes, of one announcement or of many: JSON for the page that patches itself, a redirect or a
 * small page without it.
 */
export async function POST(request: Request, { params }: RouteContext<"/teams/[team]/votes">) {
  const { team } = await params;
  const wantsJson = request.headers.get("Accept")?.includes("application/json") ?? false;
  const form = await readForm(request, MAX_BYTES);
  const fields = form.ok ? form.value : new FormData();
  const many = readBulkForm(fields);
  if (many) return storeMany(request, team, fields, many);
  const result = form.ok ? await store(request, team, fields) : form;

  if (wantsJson) return result.ok ? json(result.value) : problemResponse(result.problem);
  const back = returnLocation(text(fields, "returnTo") ?? `/teams/${team}`);
  return result.ok ? seeOther(`${back}#a-${result.value.announcementId}`) : refused(result.problem, fields, back);
}

/** Many at once answer each by itself in JSON; without JavaScript, one page says what was not stored. */
async function storeMany(request: Request, team: string, form: FormData, input: CastVotesInput): Promise<Response> {
  const wantsJson = request.headers.get("Accept")?.includes("application/json") ?? false;
  const viewer = sameOrigin(request) ? await teamViewerResult(team) : refuse("forbidden", FOREIGN);
  const result = viewer.ok ? await castVotes(viewer.value, input) : viewer;
  const back = returnLocation(text(form, "returnTo") ?? `/teams/${team}`);
  if (!result.ok) return wantsJson ? problemResponse(result.problem) : refused(result.problem, form, back);
  if (wantsJson) return json({ answers: result.value.map(answerBody) });
  const problem = notStored(result.value);
  return problem ? refused(problem, form, back) : seeOther(back);
}

function answerBody({ announcementId, result }: CastAnswer) {
  if (result.ok) return { announcementId, stored: result.value };
  const { message, closedAt } = result.problem;
  return { announcementId, detail: message, closedAt };
}

/** Why some of many were not stored, with how many; null when all were. */
function notStored(answers: readonly CastAnswer[]): Problem | null {
  const refusals = answers.flatMap(({ result }) => (result.ok ? [] : [result.problem]));
  const [first] = refusals;
  if (!first) return null;
  const stored = answers.length - refusals.length;
  return { ...first, message: `${stored} of ${answers.length} stored. ${first.message}` };
}

async function store(request: Request, team: string, form: FormData): Promise<Result<Marked>> {
  if (!sameOrigin(request)) return refuse("forbidden", FOREIGN);
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return viewer;
  const asked = readMarkForm(form);
  return asked.ok ? applyMark(viewer.value, asked.value) : asked;
}

const FOREIGN = "That came from another site. Open the page here and mark again.";

function json(value: unknown): Response {
  return Response.json(value, { headers: { "Cache-Control": "no-store" } });
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}

function refused(problem: Problem, form: FormData, back: string): Response {
  const announcementId = text(form, "announcementId") ?? text(form, "mark")?.split(":")[0] ?? "";
  return refusalPage(problem, {
    announcementId,
    note: text(form, "note"),
    was: text(form, "was"),
    returnTo: back,
  });
}

function text(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" ? value : null;
}
