import { readSearch } from "@/lib/catalogue/search/read-search";
import { problemResponse } from "@/lib/errors/http";
import { teamViewerResult } from "@/lib/identity/gates";

/** What a person can go to by what they type, as JSON: a `SearchAnswer`. */
export async function GET(request: Request, { params }: RouteContext<"/teams/[team]/search">) {
  const { team } = await params;
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return problemResponse(viewer.problem);
  const answer = await readSearch(viewer.value, new URL(request.url).searchParams.get("q") ?? "");
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
