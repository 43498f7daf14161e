import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

import { OperatorError } from "@/lib/errors/operator-error";
import { lessonOf, train, type Lesson } from "@/lib/recap/fitting/train";
import { writeWeights } from "@/lib/recap/fitting/write-weights";
import type { Weights } from "@/lib/recap/judge/judge";
import { readRecap } from "@/lib/recap/read";
import { writeScore } from "@/lib/recap/scoring/report";
import { scoreAll, scorePost } from "@/lib/recap/scoring/score";

import { readLabelled, readLabels, type Labels } from "./labelled-posts";

const USAGE = "npm run fit -- FOLDER... [--try] [--verbose] [--only TEXT]";
const WEIGHTS_FILE = "lib/recap/judge/weights.ts";

type LabelledPost = Labels & { text: string; lesson: Lesson | null };

/**
 * Fits the weights by which the reader judges to the labelled posts in each FOLDER, and writes them. With --try it writes
 * nothing and prints what each post scores with weights fitted to all the others: an honest estimate for new posts.
 */
async function main(args: string[]): Promise<void> {
  try {
    const { folders, isTry, isVerbose, only } = readArguments(args);
    const posts = (await Promise.all(folders.map(readPosts))).flat();
    if (isTry) return leaveEachOut(posts, only, isVerbose);
    await writeFile(path.join(process.cwd(), WEIGHTS_FILE), writeWeights(train(lessonsOf(posts))));
    process.stdout.write(`Fitted to ${posts.length} posts; ${WEIGHTS_FILE} is written.\n`);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

function readArguments(args: string[]) {
  try {
    const options = {
      try: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      only: { type: "string", default: "" },
    } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (positionals.length > 0)
      return { folders: positionals, isTry: values.try, isVerbose: values.verbose, only: values.only };
  } catch {
    // An unknown option is answered like a missing folder: with how it is used.
  }
  throw new OperatorError(`Name the folders of labelled posts: ${USAGE}`);
}

async function readPosts(folder: string): Promise<LabelledPost[]> {
  const labels = await readLabels(folder, "");
  return Promise.all(
    labels.map(async (each) => {
      const text = await readLabelled(folder, each);
      return { ...each, text, lesson: lessonOf(each.name, text, each.gold) };
    }),
  );
}

function lessonsOf(posts: readonly LabelledPost[]): Lesson[] {
  return posts.flatMap(({ lesson }) => lesson ?? []);
}

function leaveEachOut(posts: readonly LabelledPost[], only: string, isVerbose: boolean): void {
  const weightsWithout = (post: LabelledPost): Weights => train(lessonsOf(posts.filter((other) => other !== post)));
  const scores = posts
    .filter(({ name }) => name.includes(only))
    .map((post) => scorePost(post.name, post.gold, readRecap(post.text, weightsWithout(post)).announcements, 0));
  process.stdout.write(writeScore(scoreAll(scores), { isVerbose }));
}

void main(process.argv.slice(2));
