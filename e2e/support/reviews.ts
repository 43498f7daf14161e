import { expect, type Locator, type Page } from "@playwright/test";

import { createImport } from "@/lib/catalogue/imports/create-import";
import { findSession, viewerInTeam } from "@/lib/identity/session";

import type { World } from "./world";

/** Reads a text in as the lead of a world, and gives the address of its review. */
export async function readInFor({ lead, team, conference }: World, text: string): Promise<string> {
  const session = await findSession({ personId: lead.id, sessionVersion: 1 });
  const viewer = session && viewerInTeam(session, team.slug);
  if (!viewer) throw new Error("The lead is not in the team.");
  const made = await createImport(viewer, { conferenceSlug: conference.slug, text });
  if (!made.ok) throw new Error(made.problem.message);
  return `/imports/${made.value.importId}`;
}

/** Opens a review and has it listen to keys, seen by its help. */
export async function openReview(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
}

/** How all candidates stand, as the bar says it. */
export function standing(page: Page, text: string): Locator {
  return page.getByRole("region", { name: "Publish" }).getByRole("status").filter({ hasText: text });
}

/** The editor of the candidate under review. */
export function underReview(page: Page, name: string | RegExp): Locator {
  return page.getByRole("group", { name: typeof name === "string" ? `Candidate ${name}` : name });
}
