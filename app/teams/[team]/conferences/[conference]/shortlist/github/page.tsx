import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound } from "next/navigation";

import { githubPath, shortlistPath } from "@/components/paths";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { IssueFiles } from "@/components/shortlist/github/issue-files";
import { IssueList } from "@/components/shortlist/github/issue-list";
import { RepositoryForm } from "@/components/shortlist/github/repository-form";
import { Count } from "@/components/ui/count";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { parseShortlistFilter, shortlistQuery } from "@/lib/shortlist/filter";
import { parseRepository } from "@/lib/shortlist/formats/github-link";
import { readIssues } from "@/lib/shortlist/issues/queries";

type Props = PageProps<"/teams/[team]/conferences/[conference]/shortlist/github">;

export const metadata: Metadata = { title: "GitHub issues" };

const NO_REPOSITORY = "That names no repository. Write owner/name, or paste its address, which begins with https://.";

/** What the team decided to adopt as issues, to be opened in a repository one by one, or all at once from a file. */
export default async function GithubPage({ params, searchParams }: Props) {
  const { team, conference: slug } = await params;
  const asked = await searchParams;
  const viewer = await requireTeam(team, githubPath(team, slug));
  if (!can(viewer, "shortlist.export")) forbidden();
  const typed = [asked.repo].flat()[0] ?? "";
  const repository = parseRepository(typed);
  const filter = parseShortlistFilter(
    new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => [[name, [value].flat()[0] ?? ""]])),
  );
  const [head, result] = await Promise.all([
    readConferenceHead(viewer, slug),
    readIssues(viewer, { conference: slug, filter, repository }),
  ]);
  if (!head || !result.ok) notFound();
  const { issues, isPart, filter: words } = result.value;
  const query = shortlistQuery(filter);
  return (
    <>
      <ConferenceHeader teamSlug={team} head={head} current="shortlist" />
      <div className="mx-auto grid max-w-[1440px] grid-cols-1 items-start gap-8 px-4 pt-6 pb-16 sm:px-6 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:gap-10">
        <section aria-labelledby="where" className="grid min-w-0 gap-4">
          <h2 id="where" className="text-lg">
            GitHub issues
          </h2>
          <p className="max-w-[60ch] text-sm">
            Links open GitHub&apos;s form for a new issue, filled in, in your browser. Debrief itself does not speak to
            GitHub and needs no token.
          </p>
          <RepositoryForm
            here={githubPath(team, slug)}
            filter={new URLSearchParams(query)}
            typed={typed}
            problem={typed.trim() !== "" && !repository ? NO_REPOSITORY : undefined}
          />
          <h3 className="mt-2">All at once</h3>
          <IssueFiles team={team} conference={slug} query={query} repository={repository} />
        </section>
        <section aria-labelledby="issues" className="min-w-0">
          <header className="flex min-h-9 items-center gap-2 pb-2">
            <h2 id="issues">Decided to adopt</h2>
            <Count of={issues.length} />
            {words && <span className="ml-auto text-xs text-ink-3">Only {words}</span>}
          </header>
          {issues.length === 0 ? (
            <p className="max-w-[60ch] text-sm">
              {words ? "Nothing that is decided fits the filter." : "Nothing is decided yet."} Decide on the{" "}
              <Link href={shortlistPath(team, slug)}>shortlist</Link> what to adopt; each decision becomes an issue
              here.
            </p>
          ) : (
            <IssueList issues={issues} repository={repository?.name ?? null} />
          )}
          {isPart && (
            <p className="pt-3 text-sm text-ink-3">Shown are the first {issues.length}; the files have them all.</p>
          )}
        </section>
      </div>
    </>
  );
}
