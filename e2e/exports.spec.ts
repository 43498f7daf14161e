import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";

import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { readSheet } from "read-excel-file/node";

import { db } from "@/lib/db/client";
import { createVote } from "@/lib/testing/builders";
import { found } from "@/lib/testing/commands";
import { settleDecision } from "@/lib/voting/decisions/commands";

import type { Page } from "@playwright/test";

import { expect, expectAccessible, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

const FORMULA = '=HYPERLINK("https://evil.example","Free | disks")';

/** One decided with everything, one that spreadsheets would run, and one that leans. */
async function makeShortlist(): Promise<World> {
  const world = await makeWorld();
  const { team, lead, member, announcements } = world;
  const [first, second, third] = announcements;
  if (!first || !second || !third) throw new Error("The world has three announcements");
  const { id: personId, name, email, isAdmin } = lead;
  const inTeam = { teamId: team.id, teamSlug: team.slug, teamName: team.name, role: "lead" } as const;
  const viewer = { personId, name, email, isAdmin, ...inTeam };
  const settled = { choice: "adopt", was: null };
  await db().announcement.update({ where: { id: second.id }, data: { title: FORMULA } });
  await settleDecision(viewer, {
    ...{ ...settled, announcementId: first.id, reason: "The builds pay for it." },
    ...{ owner: member.id, target: "Q1 2031", effort: "M", days: "12.5" },
  });
  await settleDecision(viewer, { ...settled, announcementId: second.id, reason: "=1+1" });
  await createVote({ teamId: team.id, announcementId: third.id, personId: member.id, note: "Then we can sleep." });
  return world;
}

test("a lead takes the shortlist away in every form there is", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlist();
  await signIn(lead);
  await page.goto(`${board}/shortlist`);
  await openMenu(page);

  await expect(
    page.getByText(/^Two decided and 1 leaning announcements of Platform, as of .* No filter set\.$/),
  ).toBeVisible();
  await expectAccessible(page);
  const files = await page
    .locator("details a[download]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const saved = new Map<string, Buffer>();
  for (const href of files) {
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
    expect(answer.headers()["content-disposition"], href).toMatch(/^attachment; filename="/);
    saved.set(href.replace(/^.*\/export\//, ""), await answer.body());
  }

  const rows: string[][] = parse(saved.get("shortlist.csv") ?? "", { bom: true });
  expect(rows.slice(1).map(([title]) => title)).toEqual([
    "Builders that sleep when idle",
    `'${FORMULA}`,
    "Tables that shard themselves",
  ]);
  const [head = [], ...cells] = await readSheet(saved.get("shortlist.xlsx") ?? Buffer.alloc(0), "Shortlist");
  expect(cells.map((row) => row[0])).toEqual([
    "Builders that sleep when idle",
    FORMULA,
    "Tables that shard themselves",
  ]);
  expect(cells[0]?.[head.indexOf("Days")]).toBe(12.5);
  expect(cells[0]?.[head.indexOf("Due")]).toEqual(new Date("2031-03-31"));
  expect(String(saved.get("shortlist.md"))).toContain("| [Builders that sleep when idle](<http");
  const calendar = new ICAL.Component(ICAL.parse(String(saved.get("targets.ics"))));
  expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Spreadsheet XLSX" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);
});

test("pages behind the menu open with what they are for", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlist();
  await signIn(lead);
  await page.goto(`${board}/shortlist`);
  await openMenu(page);
  const pages = await page
    .locator("details a:not([download])")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

  expect(pages.length).toBeGreaterThan(2);
  for (const href of pages) {
    const answer = await page.goto(href);
    expect(answer?.status(), href).toBe(200);
  }
});

test("the shortlist prints as a document of its own", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlist();
  await signIn(lead);
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "yes");
  });
  await page.goto(`${board}/shortlist`);
  await openMenu(page);
  await page.getByRole("link", { name: /^Print or PDF/ }).click();

  await expect(page.getByRole("heading", { name: "Decided to adopt: 2" })).toBeVisible();
  const decided = page.getByRole("row", { name: /Builders that sleep/ });
  await expect(decided).toContainText("The builds pay for it.");
  for (const said of ["Milo Member", "Q1 2031", "M, 12.5 days", "Planned"]) {
    await expect(decided.getByRole("cell", { name: said })).toBeVisible();
  }
  await expect(page.getByRole("row", { name: /^Total/ })).toContainText("12.5 days, 1 without days");
  await expect(page.getByRole("row", { name: /Tables that shard/ })).toContainText(
    "Milo Member (adopt): Then we can sleep.",
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "Print or save as PDF" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");

  const paper = await page.pdf({ format: "A4" });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const text = await textOf(paper, test.info().outputPath("shortlist.pdf"));
  if (text !== null) {
    expect(text).toContain("Builders that sleep when idle");
    expect(text).toContain("Tables that shard themselves");
    expect(text).not.toContain("Print or save as PDF");
    expect(text).toContain("Page 1 of 1");
  }
});

test("on a phone the menu is a sheet from the bottom, closed by a touch beside it", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlist();
  await signIn(lead);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${board}/shortlist`);
  await openMenu(page);

  const entry = page.getByRole("link", { name: /^Spreadsheet/ });
  const last = page.getByText(/^Two decided and/);
  await expect(page.getByRole("link", { name: /^Jira CSV/ })).toBeInViewport();
  expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport();
  const bottom = await last.evaluate((words) => words.parentElement?.getBoundingClientRect().bottom);
  expect(bottom).toBe(844);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.mouse.click(195, 60);
  await expect(entry).toBeHidden();
});

test("the menu goes by keyboard, and Escape gives the button back", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlist();
  await signIn(lead);
  await page.goto(`${board}/shortlist`);
  const button = page.locator("summary", { hasText: "Export" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(page.getByRole("link", { name: /^Calendar/ })).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(page.getByRole("link", { name: /^Calendar/ })).toBeHidden();
});

test("an empty shortlist gives valid files and says what to do; a member takes nothing away", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const { lead, member, board } = await makeWorld();
  await signIn(lead);
  await page.goto(`${board}/shortlist`);
  await openMenu(page);
  await expect(page.getByText(/^No announcements of Platform, as of/)).toBeVisible();
  const csv = await page.request.get(`${board}/export/shortlist.csv`);
  expect(parse(await csv.body(), { bom: true })).toHaveLength(1);
  const sheet = await readSheet(await (await page.request.get(`${board}/export/shortlist.xlsx`)).body(), "Shortlist");
  expect(sheet).toHaveLength(1);
  await page.goto(`${board}/shortlist/print`);
  await expect(page.getByText(/^Nothing is decided or leans to adopt yet/)).toBeVisible();

  const unknown = await page.request.get(`${board}/export/shortlist.docx`);
  expect(unknown.status()).toBe(404);
  expect(unknown.headers()["content-type"]).toContain("application/problem+json");

  const other = await openBrowser();
  await signIn(member, other.context());
  await other.goto(`${board}/shortlist`);
  await expect(other.locator("summary", { hasText: "Export" })).toHaveCount(0);
  expect((await other.request.get(`${board}/export/shortlist.xlsx`)).status()).toBe(403);
});

async function openMenu(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "Export" }).click();
}

/** What a reader of PDF finds in it; null on a machine without one. */
async function textOf(paper: Buffer, file: string): Promise<string | null> {
  if (!found("gs")) return null;
  await writeFile(file, paper);
  execFileSync("gs", ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=txtwrite", `-sOutputFile=${file}.txt`, file]);
  return readFile(`${file}.txt`, "utf8");
}
