import { viewerOfImport } from "@/lib/catalogue/imports/access";
import { listMergeTargets } from "@/lib/catalogue/imports/targets";
import { problemResponse } from "@/lib/errors/http";
import { refuseNotFound } from "@/lib/errors/problem";
import { sessionResult } from "@/lib/identity/gates";

/** Announcements that a candidate (`candidate`, its id) could be merged with, as `q` finds them. */
export async function GET(request: Request, { params }: RouteContext<"/imports/[import]/targets">): Promise<Response> {
  const session = await sessionResult();
  if (!session.ok) return problemResponse(session.problem);
  const viewer = await viewerOfImport(session.value, (await params).import);
  const asked = new URL(request.url).searchParams;
  const targets = viewer && (await listMergeTargets(viewer, asked.get("candidate") ?? "", asked.get("q") ?? ""));
  if (targets) return Response.json(targets, { headers: { "Cache-Control": "no-store" } });
  const missing = refuseNotFound("candidate");
  return missing.ok ? Response.json([]) : problemResponse(missing.problem);
}
