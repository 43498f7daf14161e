import { problemResponse } from "@/lib/errors/http";
import { teamViewerResult } from "@/lib/identity/gates";
import { exportFile } from "@/lib/shortlist/export/queries";
import { disposition } from "@/lib/shortlist/formats/file-name";

/** A file of a conference as a download, made while it is sent, kept by no cache. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/teams/[team]/conferences/[conference]/export/[file]">,
) {
  const { team, conference, file } = await params;
  const query = new URL(request.url).searchParams;
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await exportFile(viewer.value, { conference, file, query }) : viewer;
  if (!result.ok) return problemResponse(result.problem);
  const { name, contentType, body } = result.value;
  return new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": disposition(name),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
