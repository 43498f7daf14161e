import { mergeTests, type Page } from "@playwright/test";

import { ADDRESSES } from "./support/addresses";
import { test as requestTest } from "./support/ask";
import { STANDINGS, type Standing } from "./support/estate";
import { expect, expectAccessible, test as browserTest } from "./support/test";

const test = mergeTests(browserTest, requestTest);

const PAGES = ADDRESSES.filter(({ file }) => file.endsWith("page.tsx"));

// A window of 1280 at 200 % is one of 640 by 400.
for (const [width, height] of [
  [1280, 800],
  [640, 400],
  [390, 800],
] as const) {
  for (const { file, of, path, answers } of PAGES) {
    // Whoever sees most of it; for a page that nobody sees any more, what is shown in its place.
    const standing = (["lead", "admin", "visitor"] as const).find((one) => answers[one] === 200) ?? "lead";
    test(`${[file, of].filter(Boolean).join(" of ")} can be used by everybody at ${width} px`, async ({
      page,
      estate,
      signIn,
      complaints,
    }) => {
      if (answers[standing] !== 200) complaints.expected.push(/the server responded with a status of 4/);
      if (standing !== "visitor") await signIn(estate[standing]);
      await page.setViewportSize({ width, height });
      await page.goto(path(estate));

      await expectReadable(page);
    });
  }
}

for (const status of [403, 404]) {
  test(`a page that answers ${status} can be used by everybody`, async ({ page, estate, signIn, complaints }) => {
    complaints.expected.push(/the server responded with a status of 4/);
    await signIn(estate.member);
    await page.setViewportSize({ width: 390, height: 800 });
    const response = await page.goto(status === 403 ? "/imports" : "/nowhere");

    expect(response?.status()).toBe(status);
    await expectReadable(page);
  });
}

test("every page is looked at by somebody", () => {
  const standings: readonly Standing[] = STANDINGS;
  const unseen = PAGES.filter(({ answers }) => !standings.some((standing) => answers[standing] === 200));

  expect(unseen.map(({ file }) => file)).toEqual(["setup/[token]/page.tsx"]);
});

async function expectReadable(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/^(.+ · )?Debrief$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await expectVisibleFocus(page);
}

/** The first Tab goes to the way past the bar where there is a bar, else to the first thing there is to do. */
async function expectVisibleFocus(page: Page): Promise<void> {
  // Forms may have taken the focus on arrival.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus-visible");
  await expect(focused).toBeInViewport();
  const skip = page.getByRole("link", { name: "Skip to content" });
  if ((await skip.count()) > 0) await expect(skip).toBeFocused();
  const drawn = await focused.evaluate((element) => {
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    return outlineStyle !== "none" || boxShadow !== "none";
  });
  expect(drawn).toBe(true);
}

test("marks are told apart in forced colours", async ({ page, estate, signIn }) => {
  await signIn(estate.lead);
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`/teams/${estate.team.slug}/conferences/${estate.conference.slug}?view=all`);
  const [adopt, ignore] = ["Adopt", "Ignore"].map((name) => page.getByRole("button", { name }).first());
  if (!adopt || !ignore) throw new Error("there are no marks");

  await adopt.click();

  await expect(adopt).toHaveAttribute("aria-pressed", "true");
  const outline = (mark: typeof adopt) => mark.evaluate((element) => getComputedStyle(element).outlineStyle);
  await page.getByRole("searchbox").focus();
  expect([await outline(adopt), await outline(ignore)]).toEqual(["solid", "none"]);
  const shape = (mark: typeof adopt) =>
    mark.evaluate((element) => {
      const { maskImage, backgroundColor } = getComputedStyle(element, "::before");
      return { maskImage, isDrawn: backgroundColor !== "rgba(0, 0, 0, 0)" };
    });
  const [first, last] = [await shape(adopt), await shape(ignore)];
  expect([first.isDrawn, last.isDrawn]).toEqual([true, true]);
  expect(first.maskImage).not.toBe(last.maskImage);
});
