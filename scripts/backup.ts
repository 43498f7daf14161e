import path from "node:path";

import { restoreBackup } from "@/lib/db/backup/restore";
import { writeBackup } from "@/lib/db/backup/write";
import { recount } from "@/lib/db/check";
import { migrate } from "@/lib/db/migrate";

import { runCommand, withDatabase } from "./command";

const USAGE = `npm run backup [-- FILE]            write everything to one file
npm run backup -- --restore FILE    bring it back into an empty installation`;

void runCommand(async ([first, second]) => {
  if (first === "--restore" && second) return restore(path.resolve(second));
  if (first?.startsWith("-")) {
    process.stderr.write(`${USAGE}\n`);
    return 1;
  }
  const now = new Date();
  const name = `debrief-${now.toISOString().slice(0, 19).replaceAll(":", "")}Z.backup.gz`;
  const file = path.resolve(first ?? name);
  const rows = await withDatabase("npm run backup", (url) => writeBackup({ url, file, now }));
  process.stdout.write(
    `Wrote ${rows} rows to ${file}. It holds password hashes: keep it where only you can read it.\n`,
  );
  return 0;
});

async function restore(file: string): Promise<number> {
  return withDatabase("npm run backup", async (url) => {
    await migrate(url);
    const rows = await restoreBackup({ url, file });
    const differences = await recount(url);
    process.stdout.write(`Restored ${rows} rows; ${differences.length} kept counts differ from a recount.\n`);
    return differences.length === 0 ? 0 : 1;
  });
}
