import { randomBytes } from "node:crypto";
import path from "node:path";

import { chromium } from "@playwright/test";

import { provideServer } from "@/lib/db/server/provide";
import { encodeSession, sessionCookieName } from "@/lib/identity/token";

import { seededDatabase } from "./bench/databases";
import { CONFERENCE, PERSON, SIZES, TEAM } from "./bench/seed";
import { buildBare, startNext, type Server } from "./bench/servers";
import { vitalsOf, type Visited, type Vitals } from "./bench/vitals";
import { runCommand } from "./command";
import { findBrowser } from "./setup/browser.mjs";
import { ensureBuilt } from "./setup/build.mjs";

/*
 * What a browser sees of the board and of triage, with 2,000 announcements, beside an empty page and bare rows of Next:
 * paint, blocked time, shift, scripts; as fast as this machine is, and with its processor slowed down four times.
 */
void runCommand(async () => {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("base64");
  await ensureBuilt();
  await buildBare(BARE);
  const provided = await provideServer({ dataDir: path.resolve(".bench"), command: "npm run vitals" });
  const servers: Server[] = [];
  const executablePath: string = await findBrowser();
  // Chromium's sandbox does not work for root, who runs most containers.
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const size = SIZES.find(({ name }) => name === "M");
    if (!size) throw new Error("There is no size M.");
    const env = { DATABASE_URL: await seededDatabase(provided.url, size) };
    const app = await startNext(".", env);
    const bare = await startNext(BARE, env);
    servers.push(app, bare);
    const cookie = { name: sessionCookieName(), value: await encodeSession({ personId: PERSON, sessionVersion: 1 }) };
    for (const slowdown of [1, 4]) {
      process.stdout.write(`\nProcessor ${slowdown === 1 ? "as it is" : `slowed down ${slowdown} times`}\n${HEAD}`);
      for (const visited of pagesOf(app.url, bare.url, cookie)) {
        process.stdout.write(line(visited.name, await vitalsOf(browser, visited, slowdown)));
      }
    }
    return 0;
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.stop()));
    await provided.release();
  }
});

const BARE = "scripts/bench/bare";

function pagesOf(app: string, bare: string, cookie: { name: string; value: string }): Visited[] {
  const conference = `${app}/teams/bench/conferences/bench`;
  return [
    { name: "bare, empty", url: `${bare}/empty` },
    { name: "bare, 50 rows", url: `${bare}/list?team=${TEAM}&conference=${CONFERENCE}&person=${PERSON}` },
    { name: "board", url: `${conference}?view=all`, cookie },
    { name: "triage", url: `${conference}/triage`, cookie },
    { name: "agenda", url: `${conference}/agenda`, cookie },
  ];
}

const HEAD = "page             paint   largest   blocked   shift   script KB   requests\n";

function line(name: string, { firstPaint, largestPaint, blocked, shift, script, requests }: Vitals): string {
  const cells = [
    name.padEnd(15),
    `${Math.round(firstPaint)} ms`.padStart(7),
    `${Math.round(largestPaint)} ms`.padStart(9),
    `${Math.round(blocked)} ms`.padStart(9),
    shift.toFixed(3).padStart(7),
    (script / 1024).toFixed(1).padStart(11),
    String(requests).padStart(10),
  ];
  return `${cells.join(" ")}\n`;
}
