import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";

import { OperatorError } from "@/lib/errors/operator-error";
import { readRecap } from "@/lib/recap/read";
import { scoreAsData, writeScore } from "@/lib/recap/scoring/report";
import { scoreAll, scorePost, type PostScore } from "@/lib/recap/scoring/score";

import { readLabelled, readLabels, type Labels } from "./labelled-posts";

const USAGE = "npm run score -- FOLDER [--verbose] [--json] [--only TEXT] [--split NAME]";

/** Scores the recap reader against the labels in FOLDER/gold of the posts in FOLDER. */
async function main(args: string[]): Promise<void> {
  try {
    const { folder, only, split, isVerbose, isJson } = readArguments(args);
    const golds = (await readLabels(folder, only)).filter(({ gold }) => split === undefined || gold.split === split);
    if (golds.length === 0) throw new OperatorError("No labelled post goes by that. Check --only and --split.");
    const posts: PostScore[] = [];
    for (const labels of golds) posts.push(await read(folder, labels));
    const score = scoreAll(posts);
    process.stdout.write(
      isJson ? `${JSON.stringify(scoreAsData(score), null, 2)}\n` : writeScore(score, { isVerbose }),
    );
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        verbose: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        only: { type: "string" },
        split: { type: "string" },
      },
    });
    const [folder, ...others] = positionals;
    if (folder && others.length === 0)
      return { folder, only: values.only ?? "", split: values.split, isVerbose: values.verbose, isJson: values.json };
  } catch {
    // An unknown option is answered like a missing folder: with how it is used.
  }
  throw new OperatorError(`Name the folder of posts: ${USAGE}`);
}

async function read(folder: string, labels: Labels): Promise<PostScore> {
  const text = await readLabelled(folder, labels);
  const start = performance.now();
  const { announcements } = readRecap(text);
  return scorePost(labels.name, labels.gold, announcements, performance.now() - start);
}

void main(process.argv.slice(2));
