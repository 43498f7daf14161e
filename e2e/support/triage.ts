import type { CDPSession, Page } from "@playwright/test";

import { db } from "@/lib/db/client";
import { createAnnouncement } from "@/lib/testing/builders";

import { markButton } from "./marks";
import { expect } from "./test";
import { makeWorld, type World } from "./world";

/** A world whose conference has as many announcements as asked, in the order of their titles. */
export async function makeTriage(count: number): Promise<World> {
  const world = await makeWorld();
  await db().announcement.deleteMany({ where: { conferenceId: world.conference.id } });
  const announcements = [];
  for (let n = 0; n < count; n += 1) {
    const summary = "A widget that does in a second what took a morning, for teams that have other things to do.";
    const about = { conferenceId: world.conference.id, services: ["Widget Works"], summary };
    announcements.push(await createAnnouncement({ ...about, title: titleOf(n), availability: "ga" }));
  }
  return { ...world, announcements };
}

export function titleOf(n: number): string {
  return `Widget ${String(n + 1).padStart(2, "0")}`;
}

export function triageOf({ board }: World): string {
  return `${board}/triage`;
}

export function cardTitle(page: Page) {
  return page.getByRole("article").getByRole("heading", { level: 2 });
}

export function noteOf(page: Page, n: number) {
  return page.getByRole("textbox", { name: `Your note: ${titleOf(n)}` });
}

export async function marksOf({ team }: World): Promise<number> {
  return db().vote.count({ where: { teamId: team.id } });
}

export async function openTriage(page: Page, world: World): Promise<void> {
  await page.goto(triageOf(world));
  await listens(page);
}

/** Waits until the page listens to keys, seen by its help. */
export async function listens(page: Page): Promise<void> {
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
}

/** Counts what is pressed from now on. */
export async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset.presses = "0";
    document.addEventListener("keydown", () => {
      document.body.dataset.presses = String(Number(document.body.dataset.presses) + 1);
    });
  });
  return async () => Number(await page.evaluate(() => document.body.dataset.presses));
}

/** Marks with a button. A browser takes a tap right after a swipe for what stops its fling; a thumb is slower, a test taps again. */
export async function tapUntilGone(page: Page, title: string, choice: "adopt" | "ignore"): Promise<void> {
  const card = page.getByRole("article", { name: title, exact: true });
  await expect(async () => {
    if (await card.isVisible()) await markButton(page, title, choice).tap();
    await expect(card).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
}

/** A finger that goes down, across in steps, and up, as the browser itself would tell of it. */
export async function swipe(
  finger: CDPSession,
  { from: [x, y], by: [dx, dy] }: { from: readonly [number, number]; by: readonly [number, number] },
): Promise<void> {
  const steps = 8;
  const at = (step: number) => [{ x: x + (dx * step) / steps, y: y + (dy * step) / steps }];
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let step = 1; step <= steps; step += 1) {
    await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step) });
  }
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
