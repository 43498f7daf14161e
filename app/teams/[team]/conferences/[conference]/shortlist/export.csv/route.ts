import { csvFormat } from "@/lib/shortlist/formats/csv";

import { exportResponse } from "../export-response";

export function GET(
  _: Request,
  { params }: RouteContext<"/teams/[team]/conferences/[conference]/shortlist/export.csv">,
) {
  return exportResponse(params, csvFormat);
}
