import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { runQuietly, step } from "./process.mjs";

const STAMP = "lib/db/generated/.made-from";

/** Generates the Prisma client unless it was made from this schema by this version of Prisma. */
export async function ensureGenerated() {
  const made = createHash("sha256")
    .update(readFileSync("prisma/schema.prisma"))
    .update(readFileSync("node_modules/prisma/package.json"))
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === made) {
    return;
  }
  await step("Generating the database client", () =>
    runQuietly(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
      env: { ...process.env, CHECKPOINT_DISABLE: "1" },
      sentence: "The database client could not be generated: put right what Prisma says above, then try again.",
    }),
  );
  writeFileSync(STAMP, made);
}
