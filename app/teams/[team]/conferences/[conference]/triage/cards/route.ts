import { problemResponse } from "@/lib/errors/http";
import type { Problem } from "@/lib/errors/problem";
import { teamViewerResult } from "@/lib/identity/gates";
import { parseTriageAsk } from "@/lib/voting/triage/parse-ask";
import { readTriageCards } from "@/lib/voting/triage/queries";

/** More cards of a triage as plain data, for the page that goes on in place. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/teams/[team]/conferences/[conference]/triage/cards">,
) {
  const { team, conference } = await params;
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return problemResponse(viewer.problem);
  const given = new URL(request.url).searchParams;
  const ask = { ...parseTriageAsk(Object.fromEntries(given)), after: given.get("after"), before: given.get("before") };
  const answer = await readTriageCards(viewer.value, conference, ask);
  if (!answer) return problemResponse(NO_CONFERENCE);
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}

const NO_CONFERENCE: Problem = { kind: "not-found", message: "There is no such conference here." };
