import { expect, type Locator, type Page } from "@playwright/test";

import { createAnnouncement, createComment, createMember, createPerson, createVote } from "@/lib/testing/builders";
import { CHOICES, type Tally } from "@/lib/voting/types";

import { makeWorld, type World } from "./world";

/** The announcements that a team's members do not agree on, the most contested first. */
export const CONTENTIOUS = [
  {
    title: "Templates for service deployment",
    services: ["Deploy Kit"],
    availability: "preview",
    tally: { adopt: 5, investigate: 2, ignore: 4 },
    adopt:
      "Every new service costs us two days of copied templates. Owning them in one place is what we have asked for since spring.",
    other:
      "It puts us between each team and each new function. A preview that cannot import our modules will not bring me back.",
    question: "Can a template wrap what we have, or is it theirs only?",
  },
  {
    title: "Clusters in your own rack",
    services: ["Cluster Service"],
    availability: "coming",
    tally: { adopt: 3, investigate: 4, ignore: 4 },
    adopt:
      "The two data-centre clusters are our worst upgrades. Same control plane everywhere would let us drop a whole runbook.",
    other: "We leave the data centre by 2032. Do not buy a tool for what we are closing.",
  },
  {
    title: "Faults on demand",
    services: ["Fault Lab"],
    availability: "coming",
    tally: { adopt: 5, investigate: 4, ignore: 1 },
    adopt: "Game days by hand take a week to prepare. Start on staging the day it opens.",
    other: "",
    question: "Which two services volunteer for staging?",
  },
] as const satisfies readonly Contentious[];

type Contentious = {
  title: string;
  services: readonly string[];
  availability: "preview" | "coming";
  tally: Tally;
  adopt: string;
  other: string;
  question?: string;
};

const NAMES = ["Priya Nair", "Sofia Marchetti", "Hana Sato", "Aisha Bello", "Tomás Rivera", "Ewan Blair"];

/** A world whose team of twelve is split on three announcements, each side with a note, and has two open questions. */
export async function makeSplitWorld(): Promise<World> {
  const world = await makeWorld();
  const people = [world.member];
  for (let index = 0; index < 10; index++) {
    const person = await createPerson({ name: NAMES[index] ?? `Member ${index}` });
    await createMember({ team: world.team, person });
    people.push(person);
  }
  for (const { title, services, availability, tally, adopt, other, ...more } of CONTENTIOUS) {
    const made = { title, services, availability, conferenceId: world.conference.id };
    const announcement = await createAnnouncement(made);
    const ids = { teamId: world.team.id, announcementId: announcement.id };
    let next = 0;
    for (const choice of CHOICES) {
      for (let place = 0; place < tally[choice]; place++) {
        const note = place > 0 ? "" : choice === "adopt" ? adopt : choice === "ignore" ? other : "";
        await createVote({ ...ids, personId: people[next++]?.id ?? "", choice, note });
      }
    }
    if ("question" in more) await createComment({ ...ids, authorId: people[3]?.id ?? "", body: more.question });
  }
  return world;
}

/** One announcement of an agenda. */
export function agendaItem(page: Page, title: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2, name: title, exact: true }) });
}

/** Waits until the meeting that is shown listens to keys, seen by its help. */
export async function meetingListens(page: Page): Promise<void> {
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
}
