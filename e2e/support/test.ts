import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Locator, type Page } from "@playwright/test";

import { encodeSession, sessionCookieName } from "@/lib/identity/token";

export { expect };

type Fixtures = {
  /** Signs a person in, in this test's own browser or in another one. */
  signIn: (person: { id: string }, context?: BrowserContext) => Promise<void>;
  /** Opens a page in a browser of its own, as another person or another device has one. */
  openBrowser: () => Promise<Page>;
  /** Fails the test when a page of any of its browsers throws or complains; what is expected is listed. */
  complaints: { expected: RegExp[]; listenTo: (context: BrowserContext) => void };
};

export const test = base.extend<Fixtures>({
  signIn: async ({ context, baseURL }, provide) => {
    await provide(async ({ id }, other = context) => {
      const value = await encodeSession({ personId: id, sessionVersion: 1 });
      await other.addCookies([
        { name: sessionCookieName(), value, url: baseURL ?? "", httpOnly: true, sameSite: "Lax" },
      ]);
    });
  },
  openBrowser: async ({ browser, complaints }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async () => {
      const context = await browser.newContext();
      opened.push(context);
      complaints.listenTo(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  complaints: [
    async ({ context }, provide) => {
      const heard: string[] = [];
      const listenTo = (to: BrowserContext) => {
        to.on("weberror", (error) => heard.push(String(error.error())));
        to.on("console", (message) => {
          if (message.type() === "error") heard.push(message.text());
        });
      };
      const complaints = { expected: [] as RegExp[], listenTo };
      listenTo(context);
      await provide(complaints);
      expect(heard.filter((text) => !complaints.expected.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** What the page refused and why; Next's own announcer of pages has the same role and says something else. */
export function refusal(page: Page, text: string): Locator {
  return page.getByRole("alert").filter({ hasText: text });
}

/** No violation of WCAG 2.2 A and AA that axe can find, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    const found = violations.map(
      ({ id, nodes }) => `${colorScheme}: ${id} at ${nodes.map(({ target }) => target).join(" ; ")}`,
    );
    expect(found).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
