import { problemResponse } from "@/lib/errors/http";
import { refuse, type Result } from "@/lib/errors/problem";
import { readUpload } from "@/lib/http/read-upload";
import { teamViewerResult } from "@/lib/identity/gates";
import { permit } from "@/lib/identity/permissions";
import { sameOrigin } from "@/lib/identity/same-origin";
import { transferIn } from "@/lib/transfer/commands";
import { maxTransferMegabytes, tooLargeSentence, uploadFolder } from "@/lib/transfer/limit";
import type { TransferOutcome } from "@/lib/transfer/outcome";

import { answerPage } from "./answer-page";

const FIELD = "file";

/**
 * Where a team's file is checked (`?do=check`) or brought in (`?do=bring`): JSON for the page that waits for it, a small page
 * without JavaScript.
 */
export async function POST(request: Request, { params }: RouteContext<"/teams/[team]/transfer/file">) {
  const { team } = await params;
  const isCheck = new URL(request.url).searchParams.get("do") !== "bring";
  const result = await receive(request, team, isCheck);
  if (request.headers.get("Accept")?.includes("application/json")) {
    return result.ok
      ? Response.json(result.value, { headers: { "Cache-Control": "no-store" } })
      : problemResponse(result.problem);
  }
  return answerPage(result, { team, isCheck });
}

async function receive(request: Request, team: string, isCheck: boolean): Promise<Result<TransferOutcome>> {
  if (!sameOrigin(request)) return refuse("forbidden", FOREIGN);
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return viewer;
  // Before anything is stored of what is sent.
  const permitted = permit(viewer.value, "team.transfer");
  if (!permitted.ok) return permitted;
  const upload = await readUpload(request, {
    ...{ field: FIELD, folder: uploadFolder(), maxBytes: maxTransferMegabytes() * 1_000_000 },
    tooLarge: tooLargeSentence(),
  });
  if (!upload.ok) return upload;
  try {
    return await transferIn(viewer.value, { path: upload.value.path, isCheck });
  } finally {
    await upload.value.discard();
  }
}

const FOREIGN = "That came from another site. Open the page here and choose the file again.";
