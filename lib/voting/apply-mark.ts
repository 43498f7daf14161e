import "server-only";

import type { Result } from "@/lib/errors/problem";
import type { TeamViewer } from "@/lib/identity/types";

import { castVote, saveNote, withdrawVote } from "./commands";
import type { MarkRequest } from "./mark-form";
import type { Cast, Marked, Withdrawn } from "./types";

/** Does what a marking form asks for; a mark whose note is refused stands all the same. */
export async function applyMark(viewer: TeamViewer, request: MarkRequest): Promise<Result<Cast | Marked | Withdrawn>> {
  if (request.kind === "withdraw") return withdrawVote(viewer, request.input);
  if (request.kind === "note") return saveNote(viewer, request.input);
  const cast = await castVote(viewer, request.input);
  if (!cast.ok || request.kind === "cast") return cast;
  return saveNote(viewer, request.note);
}
