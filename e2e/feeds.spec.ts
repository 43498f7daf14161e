import type { Page } from "@playwright/test";

import { db } from "@/lib/db/client";
import { ITEMS, startFeedServer } from "@/lib/testing/feed-server";

import { expect, expectAccessible, refusal, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

const NEWS = { guid: "n-4", title: "Amazon RDS hums along", link: "https://example.com/rds" };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    // Eight forms, one after the other.
    test.slow();
    test("a lead follows a feed, has a rule skip regions, and takes it back", async ({ page, signIn }) => {
      const world = await makeWorld();
      const server = await startFeedServer();
      await signIn(world.lead);
      await page.goto(`/imports?team=${world.team.slug}`);
      await page.getByRole("link", { name: "Feeds" }).click();
      await expect(page.getByText("The team follows no feed yet.")).toBeVisible();

      await lookAt(page, world, server.url);
      await expect(page.getByRole("heading", { name: "News of the house" })).toBeVisible();
      await expect(page.getByText("Amazon EC2 learns to whistle")).toBeVisible();
      await page.getByRole("button", { name: "Subscribe" }).click();
      await expect(page.getByRole("heading", { name: "News of the house", level: 1 })).toBeVisible();
      await expect(page.getByText("3 new of 3 items.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Review 3" })).toBeVisible();

      await page.getByRole("radio", { name: "Regional expansions" }).check();
      await page.getByRole("button", { name: "Try it" }).click();
      await expect(page.getByText("Catches 1 stored item.")).toBeVisible();
      await expect(page.getByRole("radio", { name: "Regional expansions" })).toBeChecked();
      await page.getByRole("button", { name: "Save the rule" }).click();
      await expect(page.getByText("Saved. 1 item skipped.")).toBeVisible();
      await expect(page.getByText("Skipped, by a rule")).toBeVisible();

      await page.getByRole("button", { name: "Take back: Skip regional expansions" }).click();
      await expect(page.getByText("Taken back. 1 item waits for review again.")).toBeVisible();
      await expect(page.getByText("Skipped, by a rule")).toHaveCount(0);

      server.serve([NEWS, ...ITEMS]);
      await db().feed.updateMany({ where: { teamId: world.team.id }, data: { lastCheckedAt: new Date(0) } });
      await page.getByRole("button", { name: "Check now" }).click();
      await expect(page.getByText("1 new of 4 items.").first()).toBeVisible();
      await expect(page.getByText(NEWS.title)).toBeVisible();
      await expect(page.getByRole("link", { name: "Review 4" })).toBeVisible();
    });

    test("an address that cannot be read comes back with a sentence", async ({ page, signIn }) => {
      const world = await makeWorld();
      const server = await startFeedServer();
      server.serve([], { status: 404 });
      await signIn(world.lead);
      await page.goto(`/imports/feeds?team=${world.team.slug}`);

      await lookAt(page, world, server.url);
      await expect(refusal(page, "The address answers 404: nothing is there. Check it.")).toBeVisible();
      await expect(page.getByLabel("Address of the feed")).toHaveValue(server.url);
      await lookAt(page, world, "http://169.254.169.254/latest/meta-data/");
      await expect(refusal(page, "leads into a private network")).toBeVisible();
      expect(await db().feed.count({ where: { teamId: world.team.id } })).toBe(0);
    });
  });
}

test("a feed with rules and items can be used by everybody", async ({ page, signIn }) => {
  const world = await makeWorld();
  const server = await startFeedServer();
  await signIn(world.lead);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`/imports/feeds?team=${world.team.slug}`);
  await lookAt(page, world, server.url);
  await expect(page.getByRole("heading", { name: "News of the house" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Subscribe" }).click();
  await page.getByLabel("Words, or the service's name").fill("whistle");
  await page.getByRole("button", { name: "Save the rule" }).click();
  await expect(page.getByText("Skip what contains “whistle”")).toBeVisible();
  // What is half under the bar counts as too small.
  await page.evaluate(() => window.scrollTo(0, 0));

  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

async function lookAt(page: Page, { conference }: World, address: string): Promise<void> {
  await page.getByLabel("Address of the feed").fill(address);
  await page.getByRole("combobox", { name: "Conference" }).selectOption(conference.slug);
  await page.getByRole("button", { name: /^Look/ }).click();
}
