import { problemResponse } from "@/lib/errors/http";
import { refuse, type Result } from "@/lib/errors/problem";
import { readForm } from "@/lib/http/read-form";
import { teamViewerResult } from "@/lib/identity/gates";
import { returnLocation } from "@/lib/identity/return-path";
import { sameOrigin } from "@/lib/identity/same-origin";
import { markNoticesSeen } from "@/lib/voting/notices/commands";

/** An id, a slug and an address. */
const MAX_BYTES = 8 * 1024;

/** Where notices are dismissed: no content for the page that takes them away itself, a redirect without it. */
export async function POST(request: Request, { params }: RouteContext<"/teams/[team]/notices">) {
  const { team } = await params;
  const form = await readForm(request, MAX_BYTES);
  const result = form.ok ? await markSeen(request, team, form.value) : form;
  if (!result.ok) return problemResponse(result.problem);
  if (request.headers.get("Accept")?.includes("application/json")) return new Response(null, { status: 204 });
  const back = returnLocation((form.ok && text(form.value, "returnTo")) || `/teams/${team}`);
  return new Response(null, { status: 303, headers: { Location: back } });
}

async function markSeen(request: Request, team: string, form: FormData): Promise<Result<null>> {
  if (!sameOrigin(request)) return refuse("forbidden", FOREIGN);
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return viewer;
  return markNoticesSeen(viewer.value, {
    upTo: text(form, "upTo") ?? "",
    conference: text(form, "conference") || null,
  });
}

const FOREIGN = "That came from another site. Open the page here and dismiss it again.";

function text(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" ? value : null;
}
