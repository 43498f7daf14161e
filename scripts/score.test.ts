import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "score-"));
});
afterEach(() => rm(folder, { recursive: true }));

function score(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["--import", "tsx", "scripts/score.ts", ...args], (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

async function write(gold: string): Promise<void> {
  await mkdir(path.join(folder, "gold"), { recursive: true });
  await writeFile(path.join(folder, "gold", "post.json"), gold);
}

const GOLD = JSON.stringify({
  post: "post.csv",
  announcements: [{ name: "S3 tape tier", category: "storage", availability: "preview" }],
});

describe("npm run score", () => {
  it("scores the posts of a folder", async () => {
    await write(GOLD);
    await writeFile(path.join(folder, "post.csv"), "title,url\nAmazon S3 tape tier (preview),https://example.com/\n");
    const { code, stdout } = await score(folder, "--json");

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ overall: { posts: 1, counts: { right: 1, wrong: 0, missed: 0 } } });
  });

  it("says in one sentence what it cannot score", async () => {
    const sentences = [];
    sentences.push(await score());
    sentences.push(await score(folder));
    await write("{");
    sentences.push(await score(folder));
    await write(GOLD);
    sentences.push(await score(folder), await score(folder, "--only", "nothing"));

    expect(sentences.map(({ code, stdout }) => [code, stdout])).toEqual(sentences.map(() => [2, ""]));
    const messages = sentences.map(({ stderr }) => stderr.replaceAll(folder, "F"));
    expect(messages).toEqual([
      "Name the folder of posts: npm run score -- FOLDER [--verbose] [--json] [--only TEXT] [--split NAME]\n",
      "There is no folder F/gold. Labels are kept there, a JSON file for each post.\n",
      "F/gold/post.json is not JSON. Correct it, or take it out of the folder.\n",
      "There is no post F/post.csv, which the labels post.json are of.\n",
      "No labelled post goes by that. Check --only and --split.\n",
    ]);
  });
});
