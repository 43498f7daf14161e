import { exportPath, githubPath, printPath, radarExportPath, sharesPath } from "@/components/paths";
import { formatCount } from "@/lib/format/number";
import { MOST_ISSUES } from "@/lib/shortlist/formats/jira";

type PagePath = ReturnType<typeof githubPath | typeof printPath | typeof radarExportPath | typeof sharesPath>;

/** What an entry leads to: a file that is saved, or a page. */
export type ExportEntry = { name: string; about: string } & (
  { file: string; page?: undefined } | { page: PagePath; file?: undefined }
);

export type ExportGroup = { name: string; entries: ExportEntry[] };

/** Which shortlist is taken away: of which team and conference, filtered by what, and how much of it is decided. */
export type ExportedShortlist = { team: string; conference: string; query: string; decided: number };

/** Everything the shortlist can become, in the two columns of the menu. What is filtered stays so wherever that can be. */
export function exportGroups(of: ExportedShortlist): [ExportGroup[], ExportGroup[]] {
  return [
    [
      { name: "Plan", entries: plans(of) },
      { name: "Document", entries: documents(of) },
    ],
    [
      { name: "Radar", entries: radars(of) },
      { name: "Everything", entries: [{ ...file(of, "debrief.json", ""), name: "Debrief JSON", about: "complete" }] },
      { name: "Keep up to date", entries: news(of) },
    ],
  ];
}

function plans(of: ExportedShortlist): ExportEntry[] {
  const issues = formatCount(of.decided, "issue");
  const jira =
    of.decided > MOST_ISSUES ? { saved: "jira.zip", about: `${issues}, zip` } : { saved: "jira.csv", about: issues };
  return [
    { ...file(of, jira.saved), name: "Jira CSV", about: jira.about },
    { page: githubPath(of.team, of.conference, of.query), name: "GitHub issues", about: "prefilled links" },
  ];
}

function documents(of: ExportedShortlist): ExportEntry[] {
  return [
    { ...file(of, "shortlist.xlsx"), name: "Spreadsheet", about: "XLSX" },
    { ...file(of, "shortlist.csv"), name: "CSV", about: "UTF-8" },
    { ...file(of, "shortlist.md"), name: "Markdown", about: "one table" },
    { ...file(of, "madr.zip"), name: "Decision records", about: "MADR, zip" },
    { page: printPath(of.team, of.conference, of.query), name: "Print or PDF", about: "" },
  ];
}

function radars({ team, conference, query }: ExportedShortlist): ExportEntry[] {
  const to = (tool: string) => ({ page: radarExportPath(team, conference, joined(`format=${tool}`, query)) });
  return [
    { ...to("byor"), name: "Thoughtworks", about: "CSV, JSON" },
    { ...to("zalando"), name: "Zalando", about: "JSON" },
    { ...to("aoe"), name: "AOE", about: "Markdown, zip" },
    { ...to("backstage"), name: "Backstage", about: "JSON" },
  ];
}

function news(of: ExportedShortlist): ExportEntry[] {
  const { team, conference, query } = of;
  return [
    { page: sharesPath(team, conference, query), name: "Share link", about: "read-only, revocable" },
    { page: sharesPath(team, conference, joined("kind=feed", query)), name: "RSS, JSON Feed", about: "decisions" },
    { ...file(of, "targets.ics"), name: "Calendar", about: "target dates" },
  ];
}

function file({ team, conference, query }: ExportedShortlist, saved: string, asked = query): { file: string } {
  return { file: exportPath(team, conference, saved, asked) };
}

function joined(...queries: string[]): string {
  return queries.filter((query) => query !== "").join("&");
}
