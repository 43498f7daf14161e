import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";

import { OperatorError } from "@/lib/errors/operator-error";
import { decodeSource } from "@/lib/recap/decode";
import { readRecap } from "@/lib/recap/read";
import { readGold, type Gold } from "@/lib/recap/scoring/gold";
import { scoreAsData, writeScore } from "@/lib/recap/scoring/report";
import { scoreAll, scorePost, type PostScore } from "@/lib/recap/scoring/score";

const USAGE = "npm run score -- FOLDER [--verbose] [--json] [--only TEXT] [--split NAME]";

/** Scores the recap reader against the labels in FOLDER/gold of the posts in FOLDER. */
async function main(args: string[]): Promise<void> {
  try {
    const { folder, only, split, isVerbose, isJson } = readArguments(args);
    const golds = (await readGolds(folder, only)).filter(({ gold }) => split === undefined || gold.split === split);
    if (golds.length === 0) throw new OperatorError("No labelled post goes by that. Check --only and --split.");
    const posts: PostScore[] = [];
    for (const { name, gold } of golds) posts.push(await read(folder, name, gold));
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

async function readGolds(folder: string, only: string): Promise<{ name: string; gold: Gold }[]> {
  const place = path.join(folder, "gold");
  const files = await readdir(place).catch(() => null);
  if (!files) throw new OperatorError(`There is no folder ${place}. Labels are kept there, a JSON file for each post.`);
  const names = files.filter((file) => file.endsWith(".json")).sort();
  if (names.length === 0)
    throw new OperatorError(`${place} holds no JSON file. Labels are kept there, one for each post.`);
  const chosen = names.filter((name) => name.includes(only));
  return Promise.all(
    chosen.map(async (file) => {
      const gold = readGold(path.join(place, file), await readFile(path.join(place, file), "utf8"));
      if (!gold.ok) throw new OperatorError(gold.problem.message);
      return { name: path.basename(file, ".json"), gold: gold.value };
    }),
  );
}

async function read(folder: string, name: string, gold: Gold): Promise<PostScore> {
  const file = path.join(folder, gold.post);
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) throw new OperatorError(`There is no post ${file}, which the labels ${name}.json are of.`);
  const decoded = decodeSource(bytes);
  if (!decoded.ok) throw new OperatorError(`${file}: ${decoded.problem.message}`);
  const start = performance.now();
  const { announcements } = readRecap(decoded.value);
  return scorePost(name, gold, announcements, performance.now() - start);
}

void main(process.argv.slice(2));
