import type { Conference } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { createShare } from "./commands";
import type { CreateShareInput } from "./schema";

/** A link for tests: of a whole shortlist, without names and notes and without an end, unless given. */
export function shareInput(
  { slug }: Pick<Conference, "slug">,
  given: Partial<CreateShareInput> = {},
): CreateShareInput {
  return {
    ...{ conference: slug, kind: "shortlist", label: "", until: "never", query: "" },
    ...{ showsPeople: false, showsNotes: false },
    ...given,
  };
}

/** Makes such a link; its id and its secret. */
export async function aShare(
  lead: TeamViewer,
  conference: Pick<Conference, "slug">,
  given: Partial<CreateShareInput> = {},
): Promise<{ id: string; secret: string }> {
  const made = await createShare(lead, shareInput(conference, given));
  if (!made.ok) throw new Error(made.problem.message);
  return { id: made.value.id, secret: made.value.address.split("/").at(-1) ?? "" };
}
