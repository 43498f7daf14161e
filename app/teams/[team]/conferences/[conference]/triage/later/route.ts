import { problemResponse } from "@/lib/errors/http";
import { refuse, type Result } from "@/lib/errors/problem";
import { readForm } from "@/lib/http/read-form";
import { teamViewerResult } from "@/lib/identity/gates";
import { returnLocation } from "@/lib/identity/return-path";
import { sameOrigin } from "@/lib/identity/same-origin";
import { putOff } from "@/lib/voting/triage/commands";

/** An id and an address; nothing longer is meant for this door. */
const MAX_BYTES = 8 * 1024;

/** Puts an announcement off, or with `back` takes that back: JSON for the page in place, a redirect without it. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/teams/[team]/conferences/[conference]/triage/later">,
) {
  const { team, conference } = await params;
  const form = await readForm(request, MAX_BYTES);
  const result = form.ok ? await store(request, team, form.value) : form;
  if (!result.ok) return problemResponse(result.problem);
  if (request.headers.get("Accept")?.includes("application/json")) {
    return Response.json(result.value, { headers: { "Cache-Control": "no-store" } });
  }
  const asked = form.ok ? form.value.get("returnTo") : null;
  const location = returnLocation(asked ?? `/teams/${team}/conferences/${conference}/triage`);
  return new Response(null, { status: 303, headers: { Location: location } });
}

async function store(request: Request, team: string, form: FormData): Promise<Result<unknown>> {
  if (!sameOrigin(request)) return refuse("forbidden", FOREIGN);
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return viewer;
  return putOff(viewer.value, { announcementId: String(form.get("later")), isPutOff: !form.has("back") });
}

const FOREIGN = "That came from another site. Open the page here and put it off again.";
