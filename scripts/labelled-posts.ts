import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { OperatorError } from "@/lib/errors/operator-error";
import { decodeSource } from "@/lib/recap/decode";
import { readGold, type Gold } from "@/lib/recap/scoring/gold";

export type Labels = { name: string; gold: Gold };

/** The labels in FOLDER/gold whose file's name contains a text. Throws an OperatorError for those that cannot be read. */
export async function readLabels(folder: string, only: string): Promise<Labels[]> {
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

/** The text of a labelled post, which stands in FOLDER. Throws an OperatorError when it cannot be read. */
export async function readLabelled(folder: string, { name, gold }: Labels): Promise<string> {
  const file = path.join(folder, gold.post);
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) throw new OperatorError(`There is no post ${file}, which the labels ${name}.json are of.`);
  const decoded = decodeSource(bytes);
  if (!decoded.ok) throw new OperatorError(`${file}: ${decoded.problem.message}`);
  return decoded.value;
}
