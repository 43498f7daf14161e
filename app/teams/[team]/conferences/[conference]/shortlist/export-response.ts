import { problemResponse } from "@/lib/errors/http";
import { teamViewerResult } from "@/lib/identity/gates";
import { attachment } from "@/lib/shortlist/formats/file-name";
import { writeShortlist } from "@/lib/shortlist/formats/write";
import { exportShortlist } from "@/lib/shortlist/queries";
import type { ShortlistFormat } from "@/lib/shortlist/types";

type Params = Promise<{ team: string; conference: string }>;

/** The shortlist as a download in a format: the lead's, made while it is sent, kept by no cache. */
export async function exportResponse(params: Params, format: ShortlistFormat): Promise<Response> {
  const { team, conference } = await params;
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await exportShortlist(viewer.value, conference) : viewer;
  if (!result.ok) return problemResponse(result.problem);
  const { heading, rows } = result.value;
  return new Response(writeShortlist(format, heading, rows), {
    headers: {
      "Content-Type": format.contentType,
      "Content-Disposition": attachment(`Shortlist ${heading.conference}`, format.extension),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
