import { readBoardRows } from "@/lib/catalogue/board/queries";
import { parseBoardFilter } from "@/lib/catalogue/board/parse-filter";
import { problemResponse } from "@/lib/errors/http";
import type { Problem } from "@/lib/errors/problem";
import { teamViewerResult } from "@/lib/identity/gates";

/** The next page of a board as plain rows, for the page that appends them in place. */
export async function GET(request: Request, { params }: RouteContext<"/teams/[team]/conferences/[conference]/rows">) {
  const { team, conference } = await params;
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return problemResponse(viewer.problem);
  const board = await readBoardRows(viewer.value, conference, parseBoardFilter(searchParams(request)));
  if (!board) return problemResponse(NO_CONFERENCE);
  const { rows, next } = board;
  return Response.json({ rows, next }, { headers: { "Cache-Control": "no-store" } });
}

const NO_CONFERENCE: Problem = { kind: "not-found", message: "There is no such conference here." };

function searchParams(request: Request): Record<string, string[]> {
  const given = new URL(request.url).searchParams;
  return Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]));
}
