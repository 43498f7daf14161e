import type { Page } from "@playwright/test";

export type NewPerson = { name: string; email: string; password: string };

/** The fields of somebody who gets an account, on the set-up page and behind an invitation. */
export async function fillNewPerson(page: Page, { name, email, password }: NewPerson): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
}

/** Signs in with the form, from wherever it is shown. */
export async function fillSignIn(page: Page, { email, password }: Omit<NewPerson, "name">): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Makes an invitation on the people page, which must be open, and gives its link. */
export async function makeInvitation(page: Page, label: string): Promise<string> {
  await page.getByLabel("Who is it for").fill(label);
  await page.getByRole("button", { name: "Make link" }).click();
  // Its row comes with the same answer as the link, so the link of an invitation before is not read by mistake.
  await page.getByRole("button", { name: `Revoke the invitation ${label}` }).waitFor();
  return page.getByLabel("Invitation link").inputValue();
}
