import { exportPath } from "@/components/paths";
import { ghCommands, type Repository } from "@/lib/shortlist/formats/github-link";

type Props = { team: string; conference: string; query: string; repository: Repository | null };

const FILES = [
  { file: "github.md", name: "github.md", about: "the texts, to copy from" },
  { file: "github.json", name: "github.json", about: "bodies for the REST API" },
  { file: "gitlab.csv", name: "gitlab.csv", about: "for GitLab's importer" },
] as const;

/** All issues at once, as files, and how a command takes them. */
export function IssueFiles({ team, conference, query, repository }: Props) {
  return (
    <div className="grid gap-2">
      <ul className="grid gap-1 text-sm">
        {FILES.map(({ file, name, about }) => (
          <li key={file}>
            <a href={exportPath(team, conference, file, query)} download className="inline-block min-h-6 font-medium">
              {name}
            </a>{" "}
            <span className="text-xs text-ink-3">{about}</span>
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-3">GitHub&apos;s command line makes an issue of each in github.json:</p>
      <pre className="rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap text-ink">
        {ghCommands(repository)}
      </pre>
    </div>
  );
}
