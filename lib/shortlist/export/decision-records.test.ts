import { expect, it } from "vitest";

import { createAnnouncement, createConference, createDecision } from "@/lib/testing/builders";
// Gives this file a database of its own.
import "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { WHOLE_SHORTLIST } from "../filter";

import { openSource } from "./source";

it("come in the order in which they were first settled, and with a number those of the latest lines alone", async () => {
  const lead = await createTeamViewer({ role: "lead" });
  const conference = await createConference();
  const titles = ["first", "second", "third"];
  for (const [n, title] of titles.entries()) {
    const { id: announcementId } = await createAnnouncement({ conferenceId: conference.id, title });
    const decidedAt = new Date(Date.UTC(2031, 0, n + 1));
    await createDecision({ teamId: lead.teamId, announcementId, decidedById: lead.personId, decidedAt });
  }
  const wanted = { filter: WHOLE_SHORTLIST, shows: { people: true, notes: true } };
  const source = await openSource(lead, conference.slug, wanted);
  const titlesOf = async (latest?: number) => {
    const found: string[] = [];
    for await (const { title } of source?.decisions(latest) ?? []) found.push(title);
    return found;
  };

  expect(await titlesOf()).toEqual(titles);
  expect(await titlesOf(2)).toEqual(["second", "third"]);
});
