import type { TeamViewer } from "@/lib/identity/types";
import { markNoticesSeen } from "@/lib/voting/notices/commands";
import { noticeLines } from "@/lib/voting/notices/lines";
import { unseenNotices } from "@/lib/voting/notices/queries";
import { tellPeople } from "@/lib/voting/notices/tell";
import { changeRound, closeRound, openRound, reopenRound } from "@/lib/voting/rounds/commands";
import { readRound } from "@/lib/voting/rounds/queries";
import { termsIn } from "@/lib/voting/rounds/testing";

import { createAnnouncement, createConference } from "./builders";
import { testDb } from "./database";
import type { Door } from "./door";

/** Reads and commands of rounds and of what people are told. */
export const roundDoors: readonly Door<TeamViewer>[] = [
  {
    name: "openRound",
    permission: "round.manage",
    call: async (viewer) => openRound(viewer, { ...termsIn(await aConference(), 48), quorum: "1" }),
  },
  {
    name: "changeRound",
    permission: "round.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => changeRound(viewer, { ...termsIn(await aRound(lead), 72), quorum: "1", was: 1 }),
  },
  {
    name: "closeRound",
    permission: "round.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => closeRound(viewer, { conference: (await aRound(lead)).slug, was: 1 }),
  },
  {
    name: "reopenRound",
    permission: "round.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => {
      const conference = await aRound(lead);
      await closeRound(lead, { conference: conference.slug, was: 1 });
      return reopenRound(viewer, { ...termsIn(conference, 72), quorum: "1", was: 2 });
    },
  },
  {
    name: "readRound",
    permission: "team.read",
    call: async (viewer, { lead }) => readRound(viewer, (await aRound(lead)).slug),
  },
  {
    name: "unseenNotices",
    permission: "team.read",
    call: async (viewer, { lead }) => unseenNotices(viewer, await aReminder(lead)),
  },
  {
    name: "noticeLines",
    permission: "team.read",
    call: async (viewer, { lead }) => noticeLines(viewer, await aReminder(lead)),
  },
  {
    name: "markNoticesSeen",
    permission: "team.read",
    call: (viewer) => markNoticesSeen(viewer, { upTo: "1", conference: null }),
  },
];

async function aConference() {
  const conference = await createConference();
  await createAnnouncement({ conferenceId: conference.id });
  return conference;
}

/** For everybody in the team; gives the slug of its conference. */
async function aReminder(lead: TeamViewer): Promise<string> {
  const { id, slug } = await aConference();
  await tellPeople(testDb(), {
    ...{ kind: "reminder", data: {}, teamId: lead.teamId, actorId: lead.personId, conferenceId: id },
    ...{ subject: { type: "conference", id }, event: `reminder/${id}` },
  });
  return slug;
}

async function aRound(lead: TeamViewer) {
  const conference = await aConference();
  const opened = await openRound(lead, { ...termsIn(conference, 48), quorum: "1" });
  if (!opened.ok) throw new Error(opened.problem.message);
  return conference;
}
