import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

import { encodeSession, sessionCookieName } from "@/lib/identity/token";

export { expect };

type Fixtures = {
  /** Signs a person in, in this test's own browser or in another one. */
  signIn: (person: { id: string }, context?: BrowserContext) => Promise<void>;
  /** Fails the test when a page throws or complains on its console; what is expected is listed. */
  complaints: { expected: RegExp[] };
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
  complaints: [
    async ({ context }, provide) => {
      const heard: string[] = [];
      const complaints = { expected: [] as RegExp[] };
      context.on("weberror", (error) => heard.push(String(error.error())));
      context.on("console", (message) => {
        if (message.type() === "error") heard.push(message.text());
      });
      await provide(complaints);
      expect(heard.filter((text) => !complaints.expected.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

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
