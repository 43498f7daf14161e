import { readPaletteStart } from "@/lib/catalogue/palette/queries";
import { problemResponse } from "@/lib/errors/http";
import { teamViewerResult } from "@/lib/identity/gates";
import { isSlug } from "@/lib/text/slug";

/** What the palette offers before anything is typed; `here` is the slug of the conference whose page it is opened on. */
export async function GET(request: Request, { params }: RouteContext<"/teams/[team]/palette">) {
  const viewer = await teamViewerResult((await params).team);
  if (!viewer.ok) return problemResponse(viewer.problem);
  const here = new URL(request.url).searchParams.get("here");
  const start = await readPaletteStart(viewer.value, here && isSlug(here) ? here : null);
  return Response.json(start, { headers: { "Cache-Control": "no-store" } });
}
