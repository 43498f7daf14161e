import { readPaletteStart } from "@/lib/catalogue/palette/queries";
import { problemResponse } from "@/lib/errors/http";
import { teamViewerResult } from "@/lib/identity/gates";

/** What the palette offers before anything is typed. */
export async function GET(_: Request, { params }: RouteContext<"/teams/[team]/palette">) {
  const viewer = await teamViewerResult((await params).team);
  if (!viewer.ok) return problemResponse(viewer.problem);
  return Response.json(await readPaletteStart(viewer.value), { headers: { "Cache-Control": "no-store" } });
}
