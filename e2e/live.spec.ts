import { request as httpRequest } from "node:http";

import type { Page, Request } from "@playwright/test";

import { db } from "@/lib/db/client";
import { freePort } from "@/lib/db/server/port";
import { encodeSession, sessionCookieName } from "@/lib/identity/token";
import { createAnnouncement, createComment, createRound, createVote } from "@/lib/testing/builders";
import { startNext } from "@/scripts/serve/next-app";

import { boardRow, markButton, openAnnouncement, openBoard, toast } from "./support/marks";
import { expect, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

const TITLE = "Quieter disks";

test("what one marks the other sees, without a reload or a jump", async ({ page, signIn, openBrowser }) => {
  const world = await makeWorld();
  const theirs = await openBrowser();
  await signIn(world.member);
  await signIn(world.lead, theirs.context());
  await Promise.all([openListening(page, `${world.board}?view=all`), openListening(theirs, `${world.board}?view=all`)]);
  const row = boardRow(page, TITLE);
  await row.getByRole("link").focus();
  const before = await row.boundingBox();
  let reloads = 0;
  page.on("framenavigated", () => (reloads += 1));

  await markButton(theirs, TITLE, "adopt").click();
  await expect(row.getByRole("img", { name: "1 adopt, 0 investigate, 0 ignore" })).toBeVisible();
  await markButton(theirs, TITLE, "ignore").click();
  await expect(row.getByRole("img", { name: "0 adopt, 0 investigate, 1 ignore" })).toBeVisible();
  await settle(world, "investigate");
  await expect(row).toContainText("Decided investigate");

  await expect(row.getByRole("link")).toBeFocused();
  expect(await row.boundingBox()).toEqual(before);
  expect(reloads).toBe(0);
  await expect(markButton(page, TITLE, "ignore")).toHaveAttribute("aria-pressed", "false");
});

test("tabs of one browser share one connection, and another takes over when its tab is closed", async ({
  page,
  context,
  signIn,
}) => {
  const world = await makeWorld();
  await signIn(world.member);
  const streams: Request[] = [];
  context.on("request", (request) => {
    if (request.resourceType() === "eventsource") streams.push(request);
  });
  const address = `${world.board}?view=all`;
  await openListening(page, address);
  const other = await context.newPage();
  await openListening(other, address);

  // One's own mark shows in one's other tab, as one's own.
  await markButton(page, TITLE, "adopt").click();
  await expect(markButton(other, TITLE, "adopt")).toHaveAttribute("aria-pressed", "true");
  await expect(other.getByText("1 of 3")).toBeVisible();
  await mark(world, "ignore");
  await expect(boardRow(other, TITLE).getByRole("img", { name: "1 adopt, 0 investigate, 1 ignore" })).toBeVisible();
  await expect(boardRow(page, TITLE).getByRole("img", { name: "1 adopt, 0 investigate, 1 ignore" })).toBeVisible();
  expect(streams).toHaveLength(1);

  await page.close();
  await expect.poll(() => streams.length).toBe(2);
  await mark(world, "investigate");
  await expect(boardRow(other, TITLE).getByRole("img", { name: "1 adopt, 1 investigate, 0 ignore" })).toBeVisible();
});

test("a comment appears on an open announcement, and waits while somebody writes", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.member);
  const address = `/teams/${world.team.slug}/announcements/${world.announcements[1]?.slug}`;
  await openListening(page, address, openAnnouncement);
  const about = { teamId: world.team.id, announcementId: world.announcements[1]?.id ?? "", authorId: world.lead.id };

  await createComment({ ...about, body: "What do they cost?" });
  await expect(page.getByText("What do they cost?")).toBeVisible();

  await page.getByRole("textbox", { name: "Comment" }).fill("They cost");
  await createComment({ ...about, body: "And from when on?" });
  const news = page.getByRole("status").filter({ hasText: "1 new comment." });
  await expect(news).toBeVisible();
  await expect(page.getByText("And from when on?")).toHaveCount(0);
  await news.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("And from when on?")).toBeVisible();
  await expect(news).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("They cost");
});

test("new announcements and a round are told, and shown when asked", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.member);
  await openListening(page, world.board);

  await createAnnouncement({ title: "Louder disks", conferenceId: world.conference.id });
  const news = page.getByRole("status").filter({ hasText: "1 new announcement." });
  await expect(news).toBeVisible();
  await expect(boardRow(page, "Louder disks")).toHaveCount(0);
  await news.getByRole("button", { name: "Show" }).click();
  await expect(boardRow(page, "Louder disks")).toBeVisible();
  await expect(news).toHaveCount(0);

  await createRound(roundOf(world, false));
  await expect(page.getByRole("status").filter({ hasText: "A round was opened." })).toBeVisible();
});

test("a card of triage follows what others mark, and stays the one shown", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.member);
  const address = `${world.board}/triage?at=${world.announcements[1]?.slug}`;
  await openListening(page, address, async () => void (await page.goto(address)));
  const card = page.getByRole("heading", { name: TITLE });
  await expect(card).toBeVisible();

  await mark(world, "ignore");
  await expect(page.getByRole("img", { name: "0 adopt, 0 investigate, 1 ignore" }).first()).toBeVisible();
  await expect(card).toBeVisible();
});

test("a shortlist says that something belongs in it, and stays as it is until asked", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.member);
  await openListening(page, `${world.board}/shortlist`, async () => void (await page.goto(`${world.board}/shortlist`)));
  const row = page.getByRole("link", { name: TITLE, exact: true });

  await settle(world, "adopt");
  const news = page.getByRole("status").filter({ hasText: "1 announcement changed." });
  await expect(news).toBeVisible();
  await expect(row).toHaveCount(0);
  await news.getByRole("button", { name: "Show" }).click();
  await expect(row).toBeVisible();
  await expect(news).toHaveCount(0);
});

test("with events blocked the page marks as ever", async ({ page, signIn, complaints }) => {
  complaints.expected.push(/ERR_FAILED/);
  const world = await makeWorld();
  await signIn(world.member);
  let asked = 0;
  await page.route("**/api/live*", (route) => {
    asked += 1;
    return route.abort();
  });
  await openBoard(page, `${world.board}?view=all`);
  await expect.poll(() => asked).toBeGreaterThan(1);

  await markButton(page, TITLE, "adopt").click();
  await expect(toast(page, "Marked adopt, stored.")).toBeVisible();
  await expect(boardRow(page, TITLE).getByRole("img", { name: "1 adopt, 0 investigate, 0 ignore" })).toBeVisible();
  // Tries grow further apart.
  expect(asked).toBeLessThan(8);
});

test("two app processes on one database see each other, and a page outlives its server", async ({
  page,
  signIn,
  openBrowser,
  complaints,
}) => {
  complaints.expected.push(/ERR_|status of (429|5)/);
  const world = await makeWorld();
  const port = await freePort();
  const second = await startSecond(port);
  try {
    const theirs = await openBrowser();
    await signIn(world.member);
    await signIn(world.lead, theirs.context());
    await openListening(page, `${world.board}?view=all`);
    await openListening(theirs, `http://localhost:${port}${world.board}?view=all`);

    await markButton(page, TITLE, "adopt").click();
    await expect(boardRow(theirs, TITLE).getByRole("img", { name: "1 adopt, 0 investigate" })).toBeVisible();
    await markButton(theirs, TITLE, "ignore").click();
    await expect(boardRow(page, TITLE).getByRole("img", { name: "1 adopt, 0 investigate, 1 ignore" })).toBeVisible();

    await second.stop(false);
    await markButton(page, TITLE, "investigate").click();
    await expect(toast(page, "Marked investigate, stored.")).toBeVisible();
    const third = await startSecond(port);
    const stop = third.stop;
    try {
      await expect(boardRow(theirs, TITLE).getByRole("img", { name: "0 adopt, 1 investigate, 1 ignore" })).toBeVisible({
        timeout: 30_000,
      });
    } finally {
      await stop(false);
    }
  } finally {
    await second.stop(true);
  }
});

test("a page catches up when the connection that listens was cut", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.member);
  await openListening(page, `${world.board}?view=all`);

  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'debrief live'`;
  await mark(world, "ignore");

  await expect(boardRow(page, TITLE).getByRole("img", { name: "0 adopt, 0 investigate, 1 ignore" })).toBeVisible();
});

test("in a blind round the stream tells how many marked, and nothing else", async ({ page, signIn, openBrowser }) => {
  const world = await makeWorld();
  await createRound(roundOf(world, true));
  const theirs = await openBrowser();
  await signIn(world.lead);
  await signIn(world.member, theirs.context());
  const stream = await record(world);
  await openListening(page, `${world.board}?view=all`);
  await openListening(theirs, `${world.board}?view=all`);

  await boardRow(theirs, TITLE).getByRole("link").focus();
  await theirs.keyboard.press("a");
  await expect(toast(theirs, "Marked adopt, stored.")).toBeVisible();
  await theirs.keyboard.press("n");
  await theirs.getByRole("textbox", { name: "Your note" }).fill("Nobody should overhear this.");
  await theirs.keyboard.press("Control+Enter");
  await expect(toast(theirs, "Note stored.")).toBeVisible();
  await expect(boardRow(page, TITLE)).toContainText("1 of 2");

  expect(stream.text()).toContain('"marks":1,"tally":null,"lean":null');
  expect(stream.text() + (await page.content())).not.toContain("overhear");
  expect(stream.text()).not.toMatch(/"adopt"|"choice"|"mine"/);

  await markButton(page, TITLE, "ignore").click();
  await expect(boardRow(page, TITLE).getByRole("img", { name: "1 adopt, 0 investigate, 1 ignore" })).toBeVisible();
  await expect.poll(stream.text).toContain('"tally":{"adopt":1,"investigate":0,"ignore":1}');
  stream.close();
});

/** Opens a board and waits until it hears what others do: by itself, or from the tab that does. */
async function openListening(page: Page, address: string, open = openBoard): Promise<void> {
  const listens = page.waitForResponse(/\/api\/live\?/);
  await open(page, address);
  expect((await listens).status()).toBe(200);
}

/** The lead's mark, as it comes from elsewhere. */
async function mark({ team, lead, announcements }: World, choice: "adopt" | "investigate" | "ignore"): Promise<void> {
  const key = { teamId: team.id, announcementId: announcements[1]?.id ?? "", personId: lead.id };
  const { count } = await db().vote.updateMany({ where: key, data: { choice } });
  if (count === 0) await createVote({ ...key, choice });
}

async function settle({ team, lead, announcements }: World, choice: "adopt" | "investigate"): Promise<void> {
  const about = { teamId: team.id, announcementId: announcements[1]?.id ?? "" };
  await db().decision.create({ data: { ...about, choice, decidedById: lead.id } });
}

function roundOf({ team, conference, lead }: World, isBlind: boolean) {
  return { teamId: team.id, conferenceId: conference.id, openedById: lead.id, isBlind };
}

/** A second process of the app, as another server on the same database is. */
function startSecond(port: number) {
  const url = `http://localhost:${port}`;
  return startNext({
    port,
    host: "127.0.0.1",
    dev: false,
    env: { PORT: String(port), DEBRIEF_URL: url, NEXTAUTH_URL: url, NODE_OPTIONS: "" },
  });
}

/** Everything that the lead's stream says, as it comes over the wire. */
async function record({ team, lead }: World): Promise<{ text: () => string; close: () => void }> {
  const cookie = `${sessionCookieName()}=${await encodeSession({ personId: lead.id, sessionVersion: 1 })}`;
  let text = "";
  const asked = httpRequest(`${process.env.E2E_BASE_URL}/api/live?team=${team.slug}`, {
    headers: { Cookie: cookie, Accept: "text/event-stream", "Sec-Fetch-Site": "same-origin" },
  });
  await new Promise<void>((resolve, reject) => {
    asked.on("error", reject);
    asked.on("response", (response) => {
      expect(response.statusCode).toBe(200);
      expect(response.headers["content-encoding"]).toBeUndefined();
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        resolve();
      });
    });
    asked.end();
  });
  return { text: () => text, close: () => asked.destroy() };
}
