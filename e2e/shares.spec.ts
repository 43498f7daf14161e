import type { APIRequestContext, Page } from "@playwright/test";

import { db } from "@/lib/db/client";
import { createDecision, createVote } from "@/lib/testing/builders";

import { expect, expectAccessible, refusal, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

const NOT_FOUND = /status of 404/;
const NOTE = "Worth a fortnight of ours";
const REASON = "Half the noise at the same price";

/** A world in which one announcement is decided and another one leans, both with a note of the member's. */
async function decidedWorld(): Promise<World> {
  const world = await makeWorld();
  const { team, lead, member, announcements } = world;
  const [decided, leaning] = announcements;
  if (!decided || !leaning) throw new Error("The world has too few announcements.");
  const about = { teamId: team.id, personId: member.id, note: NOTE };
  await createVote({ ...about, announcementId: decided.id });
  await createVote({ ...about, announcementId: leaning.id });
  await createDecision({
    ...{ teamId: team.id, announcementId: decided.id, decidedById: lead.id, ownerId: member.id, reason: REASON },
  });
  return world;
}

/** Makes a link with the form of the page, and gives its address. */
async function makeLink(page: Page, { board }: World, label: string): Promise<string> {
  await page.goto(`${board}/shares`);
  await page.getByRole("textbox", { name: "Who is it for" }).fill(label);
  await page.getByRole("button", { name: "Make link" }).click();
  return page.getByRole("textbox", { name: "Address of the link" }).inputValue();
}

test("a lead makes a link, somebody without an account opens it, and it is gone when it is revoked", async ({
  page,
  signIn,
  openBrowser,
  complaints,
}) => {
  // Axe looks at four pages, in light and in dark.
  test.slow();
  complaints.expected.push(NOT_FOUND);
  const world = await decidedWorld();
  await signIn(world.lead);
  await page.goto(`${world.board}/shares`);
  await expect(page.getByText("There is none yet.")).toBeVisible();
  await expectAccessible(page);

  const link = await makeLink(page, world, "Wiki of finance");
  expect(link).toMatch(/\/share\/[\w-]{43}$/);
  await expect(page.getByRole("textbox", { name: "CSV", exact: true })).toHaveValue(`${link}/shortlist.csv`);
  await expectAccessible(page);
  const line = page.getByRole("listitem").filter({ hasText: "Wiki of finance" });
  await expect(line).toContainText("never used");
  await expect(line).toContainText("without names and notes");
  await expect(line).toContainText("by Lena Lead");

  const outsider = await openBrowser();
  await outsider.goto(link);
  await expect(outsider.getByRole("heading", { level: 1, name: world.conference.name })).toBeVisible();
  await expect(outsider).toHaveTitle(`Shortlist of ${world.conference.name} · Debrief`);
  await expect(outsider.getByText(REASON)).toBeVisible();
  const shown = await outsider.content();
  for (const kept of [NOTE, "Milo Member", "Lena Lead", "Sign in"]) expect(shown).not.toContain(kept);
  await expectAccessible(outsider);
  expect(await outsider.context().cookies()).toEqual([]);

  await page.reload();
  await expect(page.getByRole("textbox", { name: "Address of the link" })).toHaveCount(0);
  expect(await page.content()).not.toContain(link.slice(-43));
  await expect(line).toContainText(/last used \w{3} \d/);

  await page.getByLabel("Revoke the link Wiki of finance").click();
  await expect(page.getByText("Revoke this link?")).toBeVisible();
  await page.getByRole("button", { name: "Revoke Wiki of finance" }).click();
  await expect(line).toContainText(/revoked \d/);
  await expect(page.getByLabel("Revoke the link Wiki of finance")).toHaveCount(0);
  const gone = await outsider.reload();
  expect(gone?.status()).toBe(404);
  await expect(outsider.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
  await expectAccessible(outsider);
});

test("what is wrong with a link is said, and what was typed stays", async ({ page, signIn }) => {
  const world = await decidedWorld();
  await signIn(world.lead);
  await page.goto(`${world.board}/shares?kind=feed&service=block-disks`);
  await expect(page.getByRole("radio", { name: /^Feed/ })).toBeChecked();
  await expect(page.getByText("Only service Block Disks")).toBeVisible();
  await page.getByRole("checkbox", { name: /^Names/ }).check();
  await page.getByRole("radio", { name: "at the end of" }).check();
  await page.getByRole("textbox", { name: "Who is it for" }).fill("Calendar");
  await page.getByRole("button", { name: "Make link" }).click();

  await expect(refusal(page, "Choose the last day on which the link works")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Feed/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: "at the end of" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Names/ })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Who is it for" })).toHaveValue("Calendar");

  await page.getByLabel("at the end of").last().fill("2030-06-30");
  await page.getByRole("button", { name: "Make link" }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Calendar" }).filter({ hasText: "never used" });
  await expect(line).toContainText("works until the end of 30 Jun 2030");
  await expect(line).toContainText("only service Block Disks");
  await expect(line).toContainText("with names, without notes");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("links are made and revoked all the same", async ({ page, signIn }) => {
    const world = await decidedWorld();
    await signIn(world.lead);
    const link = await makeLink(page, world, "Paper");
    expect(link).toMatch(/\/share\/[\w-]{43}$/);

    await page.goto(`${world.board}/shares`);
    await page.getByLabel("Revoke the link Paper").click();
    await page.getByRole("button", { name: "Revoke Paper" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Paper" })).toContainText(/revoked \d/);
  });
});

const ALWAYS = {
  "access-control-allow-origin": "*",
  "cache-control": "private, no-store",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
};

/** Links of a lead's: one that works, and one for each way in which none does. */
async function someLinks(page: Page, world: World) {
  const links: string[] = [];
  for (const label of ["live", "ended", "revoked"]) links.push(await makeLink(page, world, label));
  const change = (label: string, data: object) =>
    db().shareLink.updateMany({ where: { teamId: world.team.id, label }, data });
  await change("ended", { expiresAt: new Date(0) });
  await change("revoked", { revokedAt: new Date() });
  const [live = "", ended = "", revoked = ""] = links;
  return { live, dead: [ended, revoked, `${live.slice(0, -43)}${"A".repeat(43)}`] };
}

/** What is answered, without what differs by the clock and the connection. */
async function answered(request: APIRequestContext, method: string, address: string, headers = {}) {
  const response = await request.fetch(address, { method, headers });
  const said = Object.entries(response.headers()).filter(([name]) => !["date", "keep-alive"].includes(name));
  return { status: response.status(), headers: Object.fromEntries(said), text: await response.text() };
}

test("a page of another site fetches a shared file, also with a question asked before", async ({
  page,
  signIn,
  baseURL,
}) => {
  const world = await decidedWorld();
  await signIn(world.lead);
  const live = await makeLink(page, world, "Radar of theirs");
  // Another origin, to which nothing is known of who is signed in here.
  await page.goto(`${baseURL?.replace("localhost", "127.0.0.1")}/sign-in`);

  const fetched = await page.evaluate(async (address) => {
    const plain = await fetch(address);
    const unusual = await fetch(address, { headers: { "X-Requested-With": "radar" } });
    return { status: [plain.status, unusual.status], text: await unusual.text() };
  }, `${live}/shortlist.csv`);

  expect(fetched.status).toEqual([200, 200]);
  expect(fetched.text).toContain(REASON);
});

test("a shared file is for every site's pages, sets no cookie, and leaves nothing to tell dead links apart by", async ({
  page,
  signIn,
  playwright,
}) => {
  const world = await decidedWorld();
  await signIn(world.lead);
  const { live, dead } = await someLinks(page, world);
  const request = await playwright.request.newContext();
  const file = `${live}/shortlist.csv`;

  const radarSite = { Origin: "https://radar.example", Referer: "https://radar.example/", Cookie: "theme=dark" };
  const get = await answered(request, "GET", file, radarSite);
  expect(get.status).toBe(200);
  expect(get.headers).toMatchObject({
    ...ALWAYS,
    "content-type": expect.stringContaining("text/csv"),
    "content-disposition": expect.stringMatching(/^inline; filename=".+\.csv"/),
    "content-security-policy": expect.stringContaining("default-src 'none'"),
  });
  expect(get.headers).not.toHaveProperty("access-control-allow-credentials");
  expect(get.headers).not.toHaveProperty("set-cookie");
  expect(get.text).toContain("Builders that sleep when idle");
  expect(get.text).not.toMatch(/Milo|Lena|fortnight|@example/);

  const head = await answered(request, "HEAD", file);
  expect(head).toMatchObject({ status: 200, text: "", headers: { "content-type": get.headers["content-type"] } });
  const asked = await answered(request, "OPTIONS", file, { ...radarSite, "Access-Control-Request-Method": "GET" });
  expect(asked).toMatchObject({
    status: 204,
    text: "",
    headers: { ...ALWAYS, "access-control-allow-methods": "GET, HEAD, OPTIONS", "access-control-allow-headers": "*" },
  });
  expect((await answered(request, "POST", file)).status).toBe(405);

  const missed = [...dead.map((link) => `${link}/shortlist.csv`), `${live}/feed.xml`, `${live}/no.such`];
  const answers = [];
  for (const address of missed) answers.push(await answered(request, "GET", address));
  expect(answers[0]).toMatchObject({ status: 404, headers: ALWAYS });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  for (const address of missed) expect((await answered(request, "HEAD", address)).status).toBe(404);

  const pageOf = await answered(request, "GET", live);
  expect(pageOf.headers).toMatchObject({ "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow" });
  expect(pageOf.headers).not.toHaveProperty("set-cookie");
  const pages = [];
  for (const link of dead) {
    const { status, headers, text } = await answered(request, "GET", link);
    pages.push({ status, headers, text: text.replaceAll(link.slice(-43), "SECRET") });
  }
  expect(pages[0]).toMatchObject({ status: 404, headers: { "x-robots-tag": "noindex, nofollow" } });
  for (const answer of pages) expect(answer).toEqual(pages[0]);
  await request.dispose();
});
