import "server-only";

import { ok, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { openSource } from "../export/source";
import type { ShortlistFilter } from "../filter";
import { issueLink, type Repository } from "../formats/github-link";
import { issueOf, type Issue } from "../formats/github-text";
import { decidedOf } from "../formats/handover";

/** Issues on a page; the files have them all. */
export const SHOWN_ISSUES = 100;

/** The issue for an announcement that is decided adopt, and the way to GitHub's form for it. */
export type ShownIssue = Issue & {
  /** The announcement's. */
  id: string;
  owner: string | null;
  /** GitHub's form with as much of the issue as an address takes; null while no repository is named. */
  form: string | null;
};

export type Issues = {
  /** In the lead's order, a hundred at most. */
  issues: ShownIssue[];
  /** Whether there are more than are shown. */
  isPart: boolean;
  /** What is filtered by, in words; null when nothing is. */
  filter: string | null;
};

type Asked = { conference: string; filter: ShortlistFilter; repository: Repository | null };

/** What the viewer's team decided to adopt of a conference, as issues for GitHub; for those who may export it. */
export async function readIssues(
  viewer: TeamViewer,
  { conference, filter, repository }: Asked,
): Promise<Result<Issues>> {
  const permitted = permit(viewer, "shortlist.export");
  if (!permitted.ok) return permitted;
  const source = await openSource(viewer, conference, { filter, shows: { people: true, notes: true } });
  if (!source) return refuseNotFound("conference");
  const { about } = source;
  const issues: ShownIssue[] = [];
  for await (const row of decidedOf(source.shortlist())) {
    if (issues.length === SHOWN_ISSUES) return ok({ issues, isPart: true, filter: about.filter });
    const form = repository && issueLink(repository, row, about);
    issues.push({ ...issueOf(row, about), id: row.id, owner: row.decision?.owner?.name ?? null, form });
  }
  return ok({ issues, isPart: false, filter: about.filter });
}
