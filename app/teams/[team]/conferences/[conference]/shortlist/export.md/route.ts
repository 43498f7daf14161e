import { markdownFormat } from "@/lib/shortlist/formats/markdown";

import { exportResponse } from "../export-response";

export function GET(
  _: Request,
  { params }: RouteContext<"/teams/[team]/conferences/[conference]/shortlist/export.md">,
) {
  return exportResponse(params, markdownFormat);
}
