import { recount } from "@/lib/db/check";
import { createMigration, missingSql } from "@/lib/db/drift";
import { migrate, migrationStatus } from "@/lib/db/migrate";

import { runCommand, withDatabase } from "./command";

const USAGE = `npm run db -- migrate [--retry]   apply what is missing; --retry applies a failed migration again
npm run db -- create NAME         write the next migration from the changes in prisma/schema.prisma
npm run db -- status              which migrations are applied and which are not
npm run db -- check               recount what the database keeps, and compare it with the schema`;

void runCommand(async ([name, argument]) => {
  switch (name) {
    case "migrate":
      return applyAll(argument === "--retry");
    case "create":
      return argument ? create(argument) : usage();
    case "status":
      return status();
    case "check":
      return check();
    default:
      return usage();
  }
});

async function applyAll(retry: boolean): Promise<number> {
  const applied = await withDatabase("npm run db", (url) => migrate(url, { retry }));
  print(applied.length === 0 ? "Nothing to apply: the database is up to date." : `Applied ${applied.join(", ")}.`);
  return 0;
}

async function create(name: string): Promise<number> {
  const file = await withDatabase("npm run db", (url) => createMigration({ url, name, now: new Date() }));
  print(
    file
      ? `Wrote ${file}. Read it, then apply it with npm run db -- migrate.`
      : "Nothing changed: prisma/schema.prisma is what the migrations make.",
  );
  return 0;
}

async function status(): Promise<number> {
  const { applied, pending, edited, failed, unknown } = await withDatabase("npm run db", (url) => migrationStatus(url));
  const lines = [
    ...applied.map((name) => `applied  ${name}`),
    ...pending.map((name) => `pending  ${name}`),
    ...edited.map((name) => `edited   ${name}: its file is not what was applied`),
    ...failed.map(({ name, reason }) => `failed   ${name}: ${reason}`),
    ...unknown.map((name) => `unknown  ${name}: by a newer version`),
  ];
  print(lines.join("\n"));
  return [pending, edited, failed, unknown].every(({ length }) => length === 0) ? 0 : 1;
}

async function check(): Promise<number> {
  const { differences, missing } = await withDatabase("npm run db", async (url) => ({
    differences: await recount(url),
    missing: await missingSql(url),
  }));
  for (const { kept, where, is, shouldBe } of differences) {
    print(`${kept} of ${where}: is ${is}, should be ${shouldBe}`);
  }
  if (missing) {
    print(`The database is not what prisma/schema.prisma says. This would make it so:\n${missing}`);
  }
  const isWell = differences.length === 0 && !missing;
  print(
    isWell
      ? "No difference: what is kept agrees with what it is kept of, and the schema with the migrations."
      : "Differences found.",
  );
  return isWell ? 0 : 1;
}

function usage(): number {
  process.stderr.write(`${USAGE}\n`);
  return 1;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
