import { readFacets } from "@/lib/catalogue/board/facets";
import { parseBoardFilter } from "@/lib/catalogue/board/parse-filter";
import { problemResponse } from "@/lib/errors/http";
import { teamViewerResult } from "@/lib/identity/gates";

/** What each filter of a board would show, for the page of a conference so large that its rows come first. */
export async function GET(request: Request, { params }: RouteContext<"/teams/[team]/conferences/[conference]/facets">) {
  const { team, conference } = await params;
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return problemResponse(viewer.problem);
  const given = new URL(request.url).searchParams;
  const filter = parseBoardFilter(Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)])));
  const facets = await readFacets(viewer.value, conference, filter);
  return facets
    ? Response.json(facets, { headers: { "Cache-Control": "no-store" } })
    : problemResponse({ kind: "not-found", message: "There is no such conference here." });
}
