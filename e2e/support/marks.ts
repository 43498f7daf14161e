import { expect, type Locator, type Page } from "@playwright/test";

export const WORDS = { adopt: "Adopt", investigate: "Investigate", ignore: "Ignore" } as const;

/** The three buttons of one's own mark, on the board and on the page of the announcement alike. */
export function markOf(page: Page, title: string): Locator {
  return page.getByRole("group", { name: `Your mark: ${title}`, exact: true });
}

/** One of the three buttons. */
export function markButton(page: Page, title: string, choice: keyof typeof WORDS): Locator {
  return markOf(page, title).getByRole("button", { name: WORDS[choice] });
}

/** The row of an announcement on the board. */
export function boardRow(page: Page, title: string): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("link", { name: title, exact: true }) });
}

/** What the board says at the bottom about the last change. */
export function toast(page: Page, text: string): Locator {
  return page.getByRole("status").filter({ hasText: text });
}

/** Opens a board and has it listen to keys: before its JavaScript has arrived, marks post the form. */
export async function openBoard(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await boardListens(page);
}

/** Waits until the board that is shown listens to keys, seen by its help. */
export async function boardListens(page: Page): Promise<void> {
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
}

/** Opens the page of an announcement and has it listen to keys, seen by the one that leads to the comment field. */
export async function openAnnouncement(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await announcementListens(page);
}

export async function announcementListens(page: Page): Promise<void> {
  const comment = page.getByRole("textbox", { name: "Comment" });
  await expect(async () => {
    await page.keyboard.press("c");
    await expect(comment).toBeFocused({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await comment.blur();
}
