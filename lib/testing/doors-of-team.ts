import { randomUUID } from "node:crypto";

import { readAnnouncement } from "@/lib/catalogue/announcement";
import { readBoard } from "@/lib/catalogue/board/queries";
import { WHOLE_BOARD } from "@/lib/catalogue/board/filter";
import { createConference } from "@/lib/catalogue/conference-commands";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { invite, openInvitations, revokeInvitation } from "@/lib/identity/invitations";
import { noteTeamOpened } from "@/lib/identity/last-team";
import { changeRole, countPeople, listPeople, removeMember } from "@/lib/identity/people";
import type { TeamViewer } from "@/lib/identity/types";
import { exportFile } from "@/lib/shortlist/export/queries";
import { readShortlist } from "@/lib/shortlist/queries";
import { addComment, deleteComment, editComment } from "@/lib/threads/commands";
import { readThread } from "@/lib/threads/queries";
import { applyMark } from "@/lib/voting/apply-mark";
import { castVote, saveNote, withdrawVote } from "@/lib/voting/commands";
import { reopenDecision, settleDecision } from "@/lib/voting/decisions/commands";
import { readTeamMarks } from "@/lib/voting/marks";
import { teamOverview } from "@/lib/voting/progress";
import { readManyMarked, readMarked, voteHistory } from "@/lib/voting/queries";
import { refusalWhenClosed } from "@/lib/voting/rounds/standing";

import {
  createAnnouncement,
  createComment,
  createConference as newConference,
  createMember,
  createRound,
} from "./builders";
import type { Door } from "./door";

/** Reads and commands of a team and its people, marks, threads, decisions and shortlist. */
export const teamDoors: readonly Door<TeamViewer>[] = [
  { name: "teamOverview", permission: "team.read", call: (viewer) => teamOverview(viewer) },
  { name: "noteTeamOpened", permission: "team.read", call: (viewer) => noteTeamOpened(viewer) },
  { name: "listPeople", permission: "team.read", call: (viewer) => listPeople(viewer) },
  { name: "countPeople", permission: "team.read", call: (viewer) => countPeople(viewer) },
  {
    name: "invite",
    permission: "people.manage",
    call: (viewer) => invite(viewer, { role: "member", label: "" }),
  },
  {
    name: "openInvitations",
    permission: "people.manage",
    call: async (viewer, home) => {
      await anInvitation(home.lead);
      return openInvitations(viewer);
    },
  },
  {
    name: "revokeInvitation",
    permission: "people.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => revokeInvitation(viewer, { id: await anInvitation(lead) }),
  },
  {
    name: "changeRole",
    permission: "people.manage",
    namesRowOfTeam: true,
    call: async (viewer, { team }) =>
      changeRole(viewer, { personId: (await createMember({ team })).person.id, role: "lead" }),
  },
  {
    name: "removeMember",
    permission: "people.manage",
    namesRowOfTeam: true,
    call: async (viewer, { team }) => removeMember(viewer, { personId: (await createMember({ team })).person.id }),
  },

  {
    name: "createConference",
    permission: "conference.create",
    call: (viewer) => createConference(viewer, { name: "Conf 2031", startsOn: "", endsOn: "" }),
  },
  {
    name: "readBoard",
    permission: "team.read",
    call: async (viewer) => readBoard(viewer, (await newConference()).slug, WHOLE_BOARD),
  },
  {
    name: "readConferenceHead",
    permission: "team.read",
    call: async (viewer) => readConferenceHead(viewer, (await newConference()).slug),
  },
  {
    name: "readAnnouncement",
    permission: "team.read",
    call: async (viewer) => readAnnouncement(viewer, (await createAnnouncement()).slug),
  },

  {
    name: "refusalWhenClosed",
    permission: "team.read",
    call: async (viewer, { team, lead }) => {
      const { id, conferenceId } = await createAnnouncement();
      const closedAt = new Date();
      await createRound({ teamId: team.id, conferenceId, openedById: lead.personId, closedAt });
      return refusalWhenClosed(viewer, id);
    },
  },
  {
    name: "readManyMarked",
    permission: "team.read",
    call: async (viewer) => readManyMarked(viewer, [await anAnnouncement()]),
  },
  { name: "readMarked", permission: "team.read", call: async (viewer) => readMarked(viewer, await anAnnouncement()) },
  {
    name: "readTeamMarks",
    permission: "team.read",
    call: async (viewer) => readTeamMarks(viewer, await anAnnouncement()),
  },
  {
    name: "voteHistory",
    permission: "team.read",
    call: async (viewer) => {
      const announcementId = await anAnnouncement();
      await castVote(viewer, { announcementId, choice: "adopt" });
      return voteHistory(viewer, announcementId);
    },
  },
  {
    name: "castVote",
    permission: "vote.cast",
    call: async (viewer) => castVote(viewer, { announcementId: await anAnnouncement(), choice: "adopt" }),
  },
  {
    name: "withdrawVote",
    permission: "vote.cast",
    call: async (viewer) => withdrawVote(viewer, { announcementId: await anAnnouncement() }),
  },
  {
    name: "saveNote",
    permission: "vote.cast",
    call: async (viewer) => {
      const announcementId = await anAnnouncement();
      await castVote(viewer, { announcementId, choice: "adopt" });
      return saveNote(viewer, { announcementId, note: "Cheaper.", was: "" });
    },
  },
  {
    name: "applyMark",
    permission: "vote.cast",
    call: async (viewer) =>
      applyMark(viewer, { kind: "cast", input: { announcementId: await anAnnouncement(), choice: "adopt" } }),
  },

  { name: "readThread", permission: "team.read", call: async (viewer) => readThread(viewer, await anAnnouncement()) },
  {
    name: "addComment",
    permission: "comment.write",
    call: async (viewer) =>
      addComment(viewer, { id: randomUUID(), announcementId: await anAnnouncement(), body: "What would it cost?" }),
  },
  {
    name: "editComment",
    case: "of one's own",
    permission: "comment.write",
    call: async (viewer) => editComment(viewer, { id: await aComment(viewer), body: "What would it save?" }),
  },
  {
    name: "editComment",
    case: "of somebody else",
    permission: "nobody",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => editComment(viewer, { id: await aComment(lead), body: "I agree." }),
  },
  {
    name: "deleteComment",
    case: "of one's own",
    permission: "comment.write",
    call: async (viewer) => deleteComment(viewer, { id: await aComment(viewer) }),
  },
  {
    name: "deleteComment",
    case: "of somebody else",
    permission: "comment.moderate",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => deleteComment(viewer, { id: await aComment(lead) }),
  },

  {
    name: "settleDecision",
    permission: "decision.settle",
    call: async (viewer) =>
      settleDecision(viewer, { announcementId: await anAnnouncement(), choice: "adopt", reason: "", was: null }),
  },
  {
    name: "reopenDecision",
    permission: "decision.settle",
    call: async (viewer) => reopenDecision(viewer, { announcementId: await anAnnouncement(), was: null }),
  },

  {
    name: "readShortlist",
    permission: "team.read",
    call: async (viewer) => readShortlist(viewer, (await newConference()).slug),
  },
  {
    name: "exportFile",
    permission: "shortlist.export",
    call: async (viewer) => {
      const asked = { file: "shortlist.csv", query: new URLSearchParams() };
      return exportFile(viewer, { ...asked, conference: (await newConference()).slug });
    },
  },
];

async function anAnnouncement(): Promise<string> {
  return (await createAnnouncement()).id;
}

async function aComment({ teamId, personId: authorId }: TeamViewer): Promise<string> {
  return (await createComment({ teamId, authorId, announcementId: await anAnnouncement() })).id;
}

async function anInvitation(lead: TeamViewer): Promise<string> {
  const made = await invite(lead, { role: "member", label: "" });
  if (!made.ok) throw new Error(made.problem.message);
  return made.value.id;
}
