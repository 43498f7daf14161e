import type { Calibration } from "./calibration";
import { isAvailabilityRight, isCategoryRight } from "./counts";
import type { PostScore, Score } from "./score";

/** Columns of the table by what heads them. */
const COLUMNS = ["gold", "found", "right", "wrong", "miss"] as const;
const POST_WIDTH = 34;
const MAX_NAME = 150;

/** A score as people read it in a terminal; `isVerbose` lists what was missed, what is extra and what is misjudged. */
export function writeScore(score: Score, { isVerbose }: { isVerbose: boolean }): string {
  const header = `${"post".padEnd(POST_WIDTH)}${COLUMNS.map((name) => name.padStart(6)).join("")} |    P    R   F1 |  cat avail |    ms`;
  const lines = score.posts.flatMap((post) => [writePost(post), ...(isVerbose ? writeDetails(post) : [])]);
  const rule = "-".repeat(header.length);
  return `${[header, ...lines, rule, ...writeOverall(score), "", ...writeCalibration(score.calibration)].join("\n")}\n`;
}

/** A score for machines: counts, rates and names, without the candidates themselves. */
export function scoreAsData(score: Score) {
  const { overall, negatives, calibration } = score;
  return {
    overall,
    negatives,
    calibration,
    posts: score.posts.map(({ outcome, ...post }) => ({
      ...post,
      missed: outcome.missed.map((label) => label.name),
      extra: outcome.extra.map(({ candidate, isDuplicate, not }) => ({
        title: candidate.title,
        confidence: candidate.confidence,
        isDuplicate,
        not,
      })),
      misjudged: misjudgedOf(outcome.right),
    })),
  };
}

function writePost({ post, counts, rates, isNegative, readingTime }: PostScore): string {
  const numbers = [counts.required, counts.extracted, counts.right, counts.wrong, counts.missed];
  return [
    `${post.slice(0, POST_WIDTH - 1).padEnd(POST_WIDTH)}${numbers.map((n) => String(n).padStart(6)).join("")} `,
    ` ${[rates.precision, rates.recall, rates.f1].map(percent).join(" ")} `,
    ` ${percent(rates.category)}  ${percent(rates.availability)} `,
    `${readingTime.toFixed(0).padStart(6)}${isNegative ? "  negative" : ""}`,
  ].join("|");
}

function writeDetails({ outcome }: PostScore): string[] {
  const missed = outcome.missed.map((label) => label.name);
  return [
    ...(missed.length > 0 ? [`   missed: ${missed.join(" · ")}`] : []),
    ...outcome.extra.map(({ candidate, isDuplicate, not }) => {
      const why = isDuplicate ? " (duplicate)" : not ? ` (not: ${not})` : "";
      return `   extra${why} ${candidate.confidence.toFixed(2)}: ${candidate.title.slice(0, MAX_NAME)}`;
    }),
    ...misjudgedOf(outcome.right).map(({ what, name, said, gold }) => `   ${what}: ${name}: ${said}, gold ${gold}`),
  ];
}

function misjudgedOf(right: PostScore["outcome"]["right"]) {
  return [
    ...right
      .filter((pair) => !isCategoryRight(pair))
      .map(({ label, candidate }) => ({
        what: "category",
        name: label.name,
        said: candidate.category,
        gold: [label.category, ...label.alsoCategory].join("/"),
      })),
    ...right
      .filter((pair) => !isAvailabilityRight(pair))
      .map(({ label, candidate }) => ({
        what: "availability",
        name: label.name,
        said: candidate.availability,
        gold: [label.availability, ...label.alsoAvailability].join("/"),
      })),
  ];
}

function writeOverall({ overall, negatives }: Score): string[] {
  const { counts, rates } = overall;
  return [
    `${overall.posts} posts, ${counts.required} announcements: precision ${percent(rates.precision)}, recall ${percent(rates.recall)}, F1 ${percent(rates.f1)}, mean of the posts' F1 ${percent(overall.meanF1)}`,
    `category right ${percent(rates.category)} (first choice ${percent(rates.categoryFirst)})`,
    `availability right ${percent(rates.availability)}; stated and found ${percent(rates.statedFound)} (${counts.statedFound} of ${counts.stated}); claimed and right ${percent(rates.claimedRight)} (${counts.claimedRight} of ${counts.claimed})`,
    `by link alone ${counts.byLinkAlone}; duplicates ${counts.duplicates}; named what is no announcement ${counts.nots}`,
    `negatives: ${negatives.falseAnnouncements} false announcements in ${negatives.posts} posts`,
  ];
}

function writeCalibration({ bins, error }: Calibration): string[] {
  return [
    "confidence   candidates   right   share   said",
    ...bins.map(
      ({ from, to, candidates, right, meanConfidence }) =>
        `${`${from}–${to}`.padEnd(10)} ${String(candidates).padStart(12)} ${String(right).padStart(7)}    ${percent(candidates === 0 ? null : right / candidates)}   ${percent(meanConfidence)}`,
    ),
    `calibration error ${error === null ? "–" : error.toFixed(3)}`,
  ];
}

function percent(share: number | null): string {
  return share === null ? "   –" : `${(100 * share).toFixed(0).padStart(3)}%`;
}
