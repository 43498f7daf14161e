import { randomBytes } from "node:crypto";
import path from "node:path";

import { recount } from "@/lib/db/check";
import { provideServer } from "@/lib/db/server/provide";
import { encodeSession, sessionCookieName } from "@/lib/identity/token";

import { bytesOf, type Bytes } from "./bench/bytes";
import { seededDatabase } from "./bench/databases";
import { measure, type Figures, type Target } from "./bench/load";
import { bytesTable, figuresTable, ratioTable, type Ratio } from "./bench/report";
import { announcementId, CONFERENCE, PERSON, SIZES, TEAM } from "./bench/seed";
import { buildBare, startNext, type Server } from "./bench/servers";
import { runCommand } from "./command";
import { ensureBuilt } from "./setup/build.mjs";

/*
 * Measures the board and the vote of the production build on 65, 2,000 and 20,000 announcements with up to two million
 * votes, against a bare Next page and route that do the same with nothing around them, in one run.
 */
void runCommand(async () => {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("base64");
  const provided = await databaseServer();
  const servers: Server[] = [];
  try {
    return await bench(provided.url, servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await provided.release();
  }
});

const BARE = "scripts/bench/bare";
const BOARD = "/teams/bench/conferences/bench";

async function bench(serverUrl: string, servers: Server[]): Promise<number> {
  await ensureBuilt();
  await buildBare(BARE);
  const urls = new Map<string, string>();
  for (const size of SIZES) {
    say(`Seeding ${size.name}: ${size.announcements} announcements, ${size.votes} votes`);
    urls.set(size.name, await seededDatabase(serverUrl, size));
  }
  const start = async (folder: string, size: string) => {
    const server = await startNext(folder, { DATABASE_URL: urls.get(size) ?? "" });
    servers.push(server);
    return server;
  };
  const app = { S: await start(".", "S"), M: await start(".", "M"), L: await start(".", "L") };
  const bare = await start(BARE, "M");
  const headers = { cookie: `${sessionCookieName()}=${await encodeSession({ personId: PERSON, sessionVersion: 1 })}` };

  say("Measuring, about four minutes");
  const pages = new Map<string, Bytes>([
    ["board, M", await bytesOf(`${app.M.url}${BOARD}?view=all`, headers)],
    ["bare rows, M", await bytesOf(bareList(bare))],
    ["bare empty", await bytesOf(`${bare.url}/empty`)],
  ]);
  const figures = await measure([
    { name: "bare rows, M", url: bareList(bare), pid: bare.pid },
    { name: "bare vote, M", url: `${bare.url}/vote`, pid: bare.pid, headers: JSON_HEADERS, bodies: bareVotes() },
    ...Object.entries(app).flatMap(([size, server]) => appTargets(size, server, headers)),
  ]);
  print(figuresTable(figures));
  print(bytesTable(pages));
  print(ratioTable(ratiosOf(figures, pages)));

  const differences = (await Promise.all([...urls.values()].map(recount))).flat();
  const failed = [...figures.values()].reduce((sum, { failed }) => sum + failed, 0);
  print(`${failed} requests failed; ${differences.length} kept counts differ from a recount.`);
  return failed + differences.length === 0 ? 0 : 1;
}

function appTargets(size: string, { url, pid }: Server, headers: Record<string, string>): Target[] {
  const voting = {
    ...headers,
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
    origin: url,
    "sec-fetch-site": "same-origin",
  };
  return [
    { name: `board, ${size}`, url: `${url}${BOARD}?view=all`, pid, headers },
    { name: `board to mark, ${size}`, url: `${url}${BOARD}`, pid, headers },
    { name: `vote, ${size}`, url: `${url}/teams/bench/votes`, pid, headers: voting, bodies: appVotes() },
  ];
}

const JSON_HEADERS = { "content-type": "application/json" };
const CHOICES = ["adopt", "investigate", "ignore"] as const;

/** Two marks for each of the first fifty announcements, so that every request changes something. */
function marks(): { announcement: string; choice: string }[] {
  return Array.from({ length: 100 }, (_, n) => ({
    announcement: announcementId((n % 50) + 1),
    choice: CHOICES[(n + 2 * Math.floor(n / 50)) % CHOICES.length] ?? "adopt",
  }));
}

function appVotes(): string[] {
  return marks().map(({ announcement, choice }) => `mark=${encodeURIComponent(`${announcement}:${choice}`)}`);
}

function bareVotes(): string[] {
  return marks().map((mark) => JSON.stringify({ team: TEAM, person: PERSON, ...mark }));
}

function bareList({ url }: Server): string {
  return `${url}/list?team=${TEAM}&conference=${CONFERENCE}&person=${PERSON}`;
}

function ratiosOf(figures: ReadonlyMap<string, Figures>, pages: ReadonlyMap<string, Bytes>): Ratio[] {
  const rate = (name: string) => figures.get(name)?.perSecond ?? Number.NaN;
  const cpu = (name: string) => figures.get(name)?.cpuMs ?? Number.NaN;
  const script = (name: string) => pages.get(name)?.script ?? Number.NaN;
  return [
    { name: "board / bare rows, req/s", value: rate("board, M") / rate("bare rows, M"), must: 1.4, aim: 2 },
    { name: "vote / bare vote, req/s", value: rate("vote, M") / rate("bare vote, M"), must: 0.8, aim: 1 },
    { name: "board, L / S, CPU", value: cpu("board, L") / cpu("board, S"), must: 1.2, aim: 1.05, lowerIsBetter: true },
    {
      // Of the 65, fewer than a page are left to mark, so the smallest size with a full page is the measure.
      name: "board to mark, L / M, CPU",
      value: cpu("board to mark, L") / cpu("board to mark, M"),
      must: 1.2,
      aim: 1.05,
      lowerIsBetter: true,
    },
    { name: "vote, L / S, CPU", value: cpu("vote, L") / cpu("vote, S"), must: 1.2, aim: 1.05, lowerIsBetter: true },
    {
      name: "JS of the board / bare empty page",
      value: script("board, M") / script("bare empty"),
      must: 1.3,
      aim: 1.15,
      lowerIsBetter: true,
    },
  ];
}

/** DATABASE_URL names a server where databases may be made; else one in `.bench/`, apart from any real data. */
async function databaseServer(): Promise<{ url: string; release: () => Promise<void> }> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, release: () => Promise.resolve() };
  return provideServer({ dataDir: path.resolve(".bench"), command: "npm run bench" });
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
