import { aboutLine, fixed } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";

import { csvRecord } from "./csv";
import { issueOf, onGitLab, type Issue } from "./github-text";
import { decidedOf } from "./handover";
import { inline } from "./markdown-text";

export const githubMarkdownFormat: ExportFormat = {
  file: "github.md",
  contentType: "text/markdown; charset=utf-8; variant=GFM",
  permission: "shortlist.export",
  shared: null,
  writer: fixed(githubMarkdown),
};

export const githubJsonFormat: ExportFormat = {
  file: "github.json",
  contentType: "application/json; charset=utf-8",
  permission: "shortlist.export",
  shared: null,
  writer: fixed(githubJson),
};

export const gitlabCsvFormat: ExportFormat = {
  file: "gitlab.csv",
  contentType: "text/csv; charset=utf-8; header=present",
  permission: "shortlist.export",
  shared: null,
  writer: fixed(gitlabCsv),
};

/** What is decided adopt as the texts of GitHub issues in GitHub Flavored Markdown, to be copied one by one. */
export async function* githubMarkdown({ about, shortlist }: ExportSource): AsyncGenerator<string> {
  yield `# ${inline(`Issues of ${about.team.name}: ${about.conference.name}`)}\n\n`;
  yield `${inline(aboutLine("What is decided adopt in the shortlist", about))}\n`;
  let isEmpty = true;
  for await (const row of decidedOf(shortlist())) {
    isEmpty = false;
    const { title, body, labels } = issueOf(row, about);
    yield `\n---\n\n## ${inline(title)}\n\nLabels: ${labels.map(inline).join(", ")}\n\n${body}\n`;
  }
  if (isEmpty) yield "\nNothing is decided yet.\n";
}

/**
 * The same as an array of bodies for GitHub's REST API, "Create an issue" (POST /repos/{owner}/{repo}/issues): title, body,
 * labels, and no assignees, because mail addresses are no GitHub names.
 */
export async function* githubJson({ about, shortlist }: ExportSource): AsyncGenerator<string> {
  let isFirst = true;
  yield "[";
  for await (const row of decidedOf(shortlist())) {
    const issue: Issue & { assignees: string[] } = { ...issueOf(row, about), assignees: [] };
    yield `${isFirst ? "" : ","}\n${JSON.stringify(issue)}`;
    isFirst = false;
  }
  yield "\n]\n";
}

/** The same for GitLab's importer of issues (docs.gitlab.com, "Importing issues from CSV"): title and description. */
export async function* gitlabCsv({ about, shortlist }: ExportSource): AsyncGenerator<string> {
  yield csvRecord(["title", "description"]);
  for await (const row of decidedOf(shortlist())) {
    const { title, body } = issueOf(row, about, onGitLab);
    yield csvRecord([title, body]);
  }
}
