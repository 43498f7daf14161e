import { problemResponse } from "@/lib/errors/http";
import { refuse, type Result } from "@/lib/errors/problem";
import { teamViewerResult } from "@/lib/identity/gates";
import { sameOrigin } from "@/lib/identity/same-origin";
import type { TeamViewer } from "@/lib/identity/types";
import { readMoment } from "@/lib/live/moment";
import { liveHub } from "@/lib/live/process-hub";
import { readCatchUp } from "@/lib/live/queries";

/**
 * What changes in a team: for an EventSource as it happens, for everybody else what changed since a moment, as JSON. The
 * moment is `since`, or for a browser that comes again the last it heard; `as` is whose page asks, which must be whose
 * session it is.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const viewer = await whoAsks(request, query);
  if (!viewer.ok) return problemResponse(viewer.problem);
  const since = readMoment(request.headers.get("Last-Event-ID") || query.get("since"));
  if (!request.headers.get("Accept")?.includes(EVENTS)) {
    const caughtUp = await readCatchUp(viewer.value, since ?? Date.now());
    return Response.json(caughtUp, { headers: { "Cache-Control": "no-store" } });
  }
  const opened = await liveHub().open(viewer.value, since);
  if (!opened.ok) return problemResponse(opened.problem);
  const stream = opened.value;
  request.signal.addEventListener("abort", () => stream.end());
  return new Response(stream.body, {
    headers: {
      "Content-Type": `${EVENTS}; charset=utf-8`,
      // Neither Next nor a proxy may gather events to compress them.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

const EVENTS = "text/event-stream";
const FOREIGN = "That came from another site. Open the page here.";
const SOMEBODY_ELSE = "Somebody else has signed in here. Reload the page.";

async function whoAsks(request: Request, query: URLSearchParams): Promise<Result<TeamViewer>> {
  if (isForeign(request)) return refuse("forbidden", FOREIGN);
  const viewer = await teamViewerResult(query.get("team") ?? "");
  if (!viewer.ok) return viewer;
  const as = query.get("as");
  return as && as !== viewer.value.personId ? refuse("conflict", SOMEBODY_ELSE) : viewer;
}

/** Over plain http browsers name no origin when they only ask; another site could not read the answer either way. */
function isForeign(request: Request): boolean {
  const isNamed = request.headers.has("Sec-Fetch-Site") || request.headers.has("Origin");
  return isNamed && !sameOrigin(request);
}
