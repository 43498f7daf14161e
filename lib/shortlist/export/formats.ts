import { aoeFormat } from "../formats/aoe";
import { backstageFormat } from "../formats/backstage";
import { byorCsvFormat, byorJsonFormat, radarCsvFormat } from "../formats/byor";
import { csvFormat } from "../formats/csv";
import { debriefJsonFormat } from "../formats/debrief-json";
import { githubJsonFormat, githubMarkdownFormat, gitlabCsvFormat } from "../formats/github";
import { icalFormat } from "../formats/ical";
import { jiraCsvFormat, jiraZipFormat } from "../formats/jira";
import { jsonFeedFormat } from "../formats/json-feed";
import { madrFormat } from "../formats/madr";
import { markdownFormat } from "../formats/markdown";
import { radarPngFormat } from "../formats/radar-png";
import { radarSvgFormat } from "../formats/radar-svg";
import { rssFormat } from "../formats/rss";
import { xlsxFormat } from "../formats/xlsx";
import { zalandoFormat } from "../formats/zalando";

import type { ExportFormat, ShareKind } from "./types";

/** Every file there is, one line each. */
const FORMATS: readonly ExportFormat[] = [
  ...[csvFormat, xlsxFormat, markdownFormat],
  ...[madrFormat, rssFormat, jsonFeedFormat, icalFormat],
  ...[jiraCsvFormat, jiraZipFormat, githubMarkdownFormat, githubJsonFormat, gitlabCsvFormat],
  ...[byorCsvFormat, byorJsonFormat, radarCsvFormat, zalandoFormat, aoeFormat, backstageFormat],
  ...[radarSvgFormat, radarPngFormat],
  debriefJsonFormat,
];

const BY_FILE = new Map(FORMATS.map((format) => [format.file, format]));

/** The format whose address ends in this, or null when there is none. */
export function formatOf(file: string): ExportFormat | null {
  return BY_FILE.get(file) ?? null;
}

/** Every file that a team can have of a conference, with who of it may. */
export function exportedFiles(): Pick<ExportFormat, "file" | "permission">[] {
  return FORMATS.map(({ file, permission }) => ({ file, permission }));
}

/** The files that a share link of a kind gives. */
export function sharedFiles(kind: ShareKind): string[] {
  return FORMATS.filter(({ shared }) => shared === kind).map(({ file }) => file);
}
