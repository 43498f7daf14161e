import type { ShownIssue } from "@/lib/shortlist/issues/queries";

import { IssueRow } from "./issue-row";

type Props = { issues: readonly ShownIssue[]; repository: string | null };

/** The issues, in the lead's order. */
export function IssueList({ issues, repository }: Props) {
  return (
    <ol className="rounded-lg border border-line bg-surface max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0">
      {issues.map((issue, index) => (
        <IssueRow key={issue.id} issue={issue} number={index + 1} repository={repository} />
      ))}
    </ol>
  );
}
