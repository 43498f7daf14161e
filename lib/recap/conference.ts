import type { Vendor } from "./services/gazetteer";

export type Conference = { name: string; vendor: Vendor | null };

type Known = readonly [pattern: RegExp, label: string, vendor: Vendor | null];

/** Conferences by the words that name them, the name people use without the year, and whose it is. */
const CONFERENCES: readonly Known[] = [
  [/\bre:?\s?invent\b/i, "AWS re:Invent", "aws"],
  [/\bre:?inforce\b/i, "AWS re:Inforce", "aws"],
  [/\bAWS Summit(?: (?:New York|London|San Francisco|Berlin|Tokyo|Sydney|Stockholm))?/i, "AWS Summit", "aws"],
  [/\bGoogle Cloud Next\b|\bCloud Next\b/i, "Google Cloud Next", "google"],
  [/\bGoogle I\/O\b/i, "Google I/O", "google"],
  [/\b(?:Microsoft|MS|MSFT) Build\b|\bBuild 20\d\d\b|\/\/build/i, "Microsoft Build", "microsoft"],
  [/\b(?:Microsoft|MS) Ignite\b|\bIgnite 20\d\d\b/i, "Microsoft Ignite", "microsoft"],
  [/\bWWDC\b/, "Apple WWDC", "apple"],
  [/\bKubeCon\b/i, "KubeCon", "kubernetes"],
  [/\bGitHub Universe\b/i, "GitHub Universe", null],
  [/\bDockerCon\b/i, "DockerCon", null],
  [/\bHashiConf\b/i, "HashiConf", null],
  [/\bGTC\b(?= ?20\d\d| keynote)/, "NVIDIA GTC", null],
  [/\bOracle (?:CloudWorld|OpenWorld)\b/i, "Oracle CloudWorld", null],
  [/\bVMware Explore\b|\bVMworld\b/i, "VMware Explore", null],
  [/\bSnowflake Summit\b/i, "Snowflake Summit", null],
  [/\b(?:Data \+ AI Summit|Spark \+ AI Summit)\b/i, "Data + AI Summit", null],
  [/\bDreamforce\b/i, "Dreamforce", null],
  [/\bOpenAI DevDay\b/i, "OpenAI DevDay", null],
];
const YEAR = /\b(20[0-4]\d)\b|['’](\d\d)\b/;

/**
 * The conference a post is about, with its year: from the title, else from the text. The year is the one that
 * stands by the name, else the title's, else the one of publication, else the one the text names first.
 */
export function findConference(post: {
  title: string | null;
  text: string;
  publishedOn: string | null;
}): Conference | null {
  const { title, text, publishedOn } = post;
  const known = nameIn(title ?? "") ?? mostNamed(text);
  if (!known) return null;
  const [pattern, label, vendor] = known;
  const year =
    yearBy(title ?? "", pattern) ??
    yearIn(title ?? "") ??
    yearBy(text, pattern) ??
    publishedOn?.slice(0, 4) ??
    yearIn(text);
  return { name: year ? `${label} ${year}` : label, vendor };
}

function nameIn(text: string): Known | null {
  return CONFERENCES.find(([pattern]) => pattern.test(text)) ?? null;
}

function mostNamed(text: string): Known | null {
  const counted = CONFERENCES.map((entry) => ({
    entry,
    count: text.match(new RegExp(entry[0].source, "gi"))?.length ?? 0,
  }));
  const [first] = counted.filter((item) => item.count > 0).sort((a, b) => b.count - a.count);
  return first?.entry ?? null;
}

/** The year within a few words after the conference's name, or right before it. */
function yearBy(text: string, pattern: RegExp): string | null {
  for (const match of text.matchAll(new RegExp(pattern.source, "gi"))) {
    const after =
      yearIn(match[0]) ?? yearIn(text.slice(match.index + match[0].length, match.index + match[0].length + 8));
    const year = after ?? yearIn(text.slice(Math.max(0, match.index - 9), match.index));
    if (year) return year;
  }
  return null;
}

function yearIn(text: string): string | null {
  const match = YEAR.exec(text);
  if (!match) return null;
  return match[1] ?? `20${match[2]}`;
}
