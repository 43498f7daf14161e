import type { Locator, Page } from "@playwright/test";

import type { Person } from "@/lib/db/generated/client";
import { createAnnouncement, createDecision, createMember, createPerson, createVote } from "@/lib/testing/builders";

import { makeWorld, type World } from "./world";

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** What the team decided to adopt, in the lead's order. Milo owns the first and the last; the second's owner is the lead. */
export const DECIDED = [
  {
    title: "Disks at half the price",
    services: ["Block Disks"],
    said: { reason: "New volumes now, old ones by script", effort: "S", effortDays: 4, delivery: "started" },
    quarter: "2031-03-31",
    owner: "member",
  },
  {
    title: "Functions billed by the millisecond",
    services: ["Function Runner"],
    said: { reason: "Nothing to do; check the January bill", delivery: "done", deliveryOn: day("2031-01-12") },
    quarter: "2031-03-31",
    owner: "lead",
  },
  {
    title: "Reads that see every write",
    services: ["Object Store"],
    said: { reason: "Delete the consistency shim in the ingest path", effort: "M", effortDays: 9.5 },
    quarter: null,
    owner: null,
  },
  {
    title: "Queues of your own as a source",
    services: ["Function Runner", "Queue Service"],
    said: { effort: "M", effortDays: 12 },
    quarter: "2031-06-30",
    owner: "member",
  },
] as const;

/** What leans to be adopted, best supported first. */
export const LEANING = ["Chips that cost less", "A shell in the console", "Tiers that move by themselves"] as const;

export type ShortlistWorld = World & { second: Person };

/** A world whose team decided four announcements, leans to adopt three more, and has two leads. */
export async function makeShortlistWorld(): Promise<ShortlistWorld> {
  const world = await makeWorld();
  const { team, lead, member, conference } = world;
  const second = await createPerson({ name: "Sofia Second" });
  await createMember({ team, person: second, role: "lead" });
  for (const [place, { title, services, said, quarter, owner }] of DECIDED.entries()) {
    const { id: announcementId } = await createAnnouncement({ title, services, conferenceId: conference.id });
    await createDecision({
      ...{ teamId: team.id, announcementId, decidedById: lead.id, place, ...said },
      ...(quarter && { targetOn: day(quarter), targetIsQuarter: true }),
      ...(owner && { ownerId: world[owner].id }),
    });
  }
  for (const [n, title] of LEANING.entries()) {
    const made = await createAnnouncement({ title, services: ["Block Disks"], conferenceId: conference.id });
    const ids = { teamId: team.id, announcementId: made.id };
    for (const person of [lead, second, member].slice(n)) {
      await createVote({ ...ids, personId: person.id, note: n === 0 && person === lead ? "Worth a week." : "" });
    }
  }
  return { ...world, second };
}

/** The titles of what is decided, in the order they are shown. */
export function decidedTitles(page: Page): Locator {
  const list = page.getByRole("region", { name: "Decided to adopt" });
  return list.getByRole("row").getByRole("link", { name: /^(?!Close$)/ });
}

export function decidedRow(page: Page, title: string): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("link", { name: title, exact: true }) });
}

/** The handle of a row, by which it is moved. */
export function handleOf(page: Page, title: string): Locator {
  return page.getByRole("button", { name: new RegExp(`^Move ${title}, now`) });
}
