import { problemResponse } from "@/lib/errors/http";
import { refuse, type Problem, type Result } from "@/lib/errors/problem";
import { readForm } from "@/lib/http/read-form";
import { teamViewerResult } from "@/lib/identity/gates";
import { returnLocation } from "@/lib/identity/return-path";
import { sameOrigin } from "@/lib/identity/same-origin";
import { applyMark } from "@/lib/voting/apply-mark";
import { readMarkForm } from "@/lib/voting/mark-form";
import type { Marked } from "@/lib/voting/types";

import { refusalPage } from "./refusal-page";

/**
 * Two notes of 4,000 characters, the new one and the one it was, at twelve bytes each when an emoji is urlencoded, are
 * 96 KB; beyond twice that nothing is a note.
 */
const MAX_BYTES = 192 * 1024;

/** The one door for marks and notes: JSON for the page that patches itself, a redirect or a small page without it. */
export async function POST(request: Request, { params }: RouteContext<"/teams/[team]/votes">) {
  const { team } = await params;
  const wantsJson = request.headers.get("Accept")?.includes("application/json") ?? false;
  const form = await readForm(request, MAX_BYTES);
  const fields = form.ok ? form.value : new FormData();
  const result = form.ok ? await store(request, team, fields) : form;

  if (wantsJson) return result.ok ? json(result.value) : problemResponse(result.problem);
  const back = returnLocation(text(fields, "returnTo") ?? `/teams/${team}`);
  return result.ok ? seeOther(`${back}#a-${result.value.announcementId}`) : refused(result.problem, fields, back);
}

async function store(request: Request, team: string, form: FormData): Promise<Result<Marked>> {
  if (!sameOrigin(request)) return refuse("forbidden", FOREIGN);
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return viewer;
  const asked = readMarkForm(form);
  return asked.ok ? applyMark(viewer.value, asked.value) : asked;
}

const FOREIGN = "That came from another site. Open the page here and mark again.";

function json(value: Marked): Response {
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
