import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, it } from "vitest";

import { readBoard } from "@/lib/catalogue/board";
import { WHOLE_BOARD } from "@/lib/catalogue/board-query";
import { createConference } from "@/lib/catalogue/conference-commands";
import { createImport } from "@/lib/catalogue/imports/create-import";
import { publishImport } from "@/lib/catalogue/imports/publish-import";
import { listImports, readImport } from "@/lib/catalogue/imports/queries";
import { discardImport, resolveAll, resolveCandidate } from "@/lib/catalogue/imports/review-commands";
import type { Result } from "@/lib/errors/problem";
import {
  createAnnouncement,
  createComment,
  createConference as createTestConference,
  createMember,
  createPerson,
  createTeam,
} from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { exportShortlist } from "@/lib/shortlist/queries";
import { addComment, deleteComment, editComment } from "@/lib/threads/commands";
import { castVote, saveNote, withdrawVote } from "@/lib/voting/commands";
import { reopenDecision, settleDecision } from "@/lib/voting/decisions";
import { voteHistory } from "@/lib/voting/queries";
import { teamOverview } from "@/lib/voting/progress";

import { changeName, signOutEverywhere } from "./account";
import { createTeam as createNewTeam, listInstallationPeople, listInstallationTeams, setAdmin } from "./admin";
import { invite, openInvitations, revokeInvitation } from "./invitations";
import { changeRole, listPeople, removeMember } from "./people";
import { PERMISSIONS, type Permission, type Standing } from "./permissions";
import { findSession, viewerInTeam } from "./session";
import type { PersonViewer, TeamViewer } from "./types";

/**
 * Every command and read × everybody who could ask. A row per command: under which permission it runs, and how to call
 * it with an input that succeeds for whoever may. Who may is said by PERMISSIONS alone; the table proves that the command
 * asks it. A read that gives an empty answer instead of a refusal says so with `isEmpty`.
 */
type Row<V extends PersonViewer> = {
  name: string;
  permission: Permission;
  call: (viewer: V) => Promise<unknown>;
  isEmpty?: (answer: unknown) => boolean;
};

const ofTeam: Row<TeamViewer>[] = [
  { name: "teamOverview", permission: "team.read", call: (viewer) => teamOverview(viewer) },
  { name: "listPeople", permission: "team.read", call: (viewer) => listPeople(viewer) },
  { name: "readBoard", permission: "team.read", call: (viewer) => readBoard(viewer, "a-conference", WHOLE_BOARD) },
  {
    name: "voteHistory",
    permission: "team.read",
    call: async (viewer) => voteHistory(viewer, await anAnnouncement()),
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
    name: "addComment",
    permission: "comment.write",
    call: async (viewer) =>
      addComment(viewer, { id: randomUUID(), announcementId: await anAnnouncement(), body: "Why?" }),
  },
  {
    name: "editComment",
    permission: "comment.write",
    call: async (viewer) => editComment(viewer, { id: await aCommentOf(viewer), body: "Why not?" }),
  },
  {
    name: "deleteComment, one's own",
    permission: "comment.write",
    call: async (viewer) => deleteComment(viewer, { id: await aCommentOf(viewer) }),
  },
  {
    name: "deleteComment, somebody else's",
    permission: "comment.moderate",
    call: async (viewer) => deleteComment(viewer, { id: await aCommentOf({ ...viewer, personId: await aMember() }) }),
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
    name: "exportShortlist",
    permission: "shortlist.export",
    call: async (viewer) => exportShortlist(viewer, (await createTestConference()).slug),
  },
  {
    name: "createConference",
    permission: "conference.create",
    call: (viewer) => createConference(viewer, { name: "Conf 2031", startsOn: "", endsOn: "" }),
  },
  { name: "createImport", permission: "import.create", call: (viewer) => createImport(viewer, POST) },
  {
    name: "listImports",
    permission: "import.review",
    call: (viewer) => listImports(viewer),
    isEmpty: (answer) => answer === null,
  },
  {
    name: "readImport",
    permission: "import.review",
    call: async (viewer) => readImport(viewer, await anImport()),
    isEmpty: (answer) => answer === null,
  },
  {
    name: "resolveCandidate",
    permission: "import.review",
    call: (viewer) => resolveCandidate(viewer, { candidateId: randomUUID(), version: 1, resolution: "skip" }),
  },
  ...Object.entries({ publishImport, discardImport, resolveAll: acceptSure }).map(([name, command]) => ({
    name,
    permission: "import.review" as const,
    call: async (viewer: TeamViewer) => command(viewer, await anImport()),
  })),
  { name: "invite", permission: "people.manage", call: (viewer) => invite(viewer, { role: "member", label: "" }) },
  {
    name: "openInvitations",
    permission: "people.manage",
    call: (viewer) => openInvitations(viewer),
    isEmpty: (answer) => Array.isArray(answer) && answer.length === 0,
  },
  {
    name: "revokeInvitation",
    permission: "people.manage",
    call: async (viewer) => revokeInvitation(viewer, { id: await anInvitation() }),
  },
  {
    name: "changeRole",
    permission: "people.manage",
    call: async (viewer) => changeRole(viewer, { personId: await aMember(), role: "lead" }),
  },
  {
    name: "removeMember",
    permission: "people.manage",
    call: async (viewer) => removeMember(viewer, { personId: await aMember() }),
  },
];

const ofPerson: Row<PersonViewer>[] = [
  { name: "changeName", permission: "account.change", call: (viewer) => changeName(viewer, { name: "Ada King" }) },
  { name: "signOutEverywhere", permission: "account.change", call: (viewer) => signOutEverywhere(viewer) },
  { name: "createTeam", permission: "team.create", call: (viewer) => createNewTeam(viewer, { name: "Data" }) },
  {
    name: "setAdmin",
    permission: "installation.manage",
    call: async (viewer) => setAdmin(viewer, { personId: (await createPerson()).id, isAdmin: true }),
  },
  {
    name: "listInstallationPeople",
    permission: "installation.manage",
    call: (viewer) => listInstallationPeople(viewer),
    isEmpty: (answer) => answer === null,
  },
  {
    name: "listInstallationTeams",
    permission: "installation.manage",
    call: (viewer) => listInstallationTeams(viewer),
    isEmpty: (answer) => answer === null,
  },
];

const POST = { newConferenceName: "Widget Days", text: "AWS Proton is here." };

let team: Awaited<ReturnType<typeof createTeam>>;
let lead: TeamViewer;

beforeAll(async () => {
  team = await createTeam();
  lead = await createTeamViewer({ team, role: "lead" });
  await invite(lead, { role: "member", label: "" });
});

describe.each(ofTeam)("$name", ({ permission, call, isEmpty }) => {
  it.each(["member", "lead", "admin"] as const)("answers a %s of the team as the table says", async (standing) => {
    const viewer = await standingIn(standing);
    const standings: Standing[] = standing === "admin" ? ["person", "member", "admin"] : ["person", standing];

    const answer = await call(viewer);

    expect(isAllowed(answer, isEmpty)).toBe(mayAny(standings, permission));
  });
});

describe.each(ofPerson)("$name", ({ permission, call, isEmpty }) => {
  it.each([false, true])("answers somebody signed in, admin: %s, as the table says", async (isAdmin) => {
    const { id, name, email } = await createPerson({ isAdmin });
    const standings: Standing[] = isAdmin ? ["person", "admin"] : ["person"];

    const answer = await call({ personId: id, name, email, isAdmin });

    expect(isAllowed(answer, isEmpty)).toBe(mayAny(standings, permission));
  });
});

describe("a viewer of a team", () => {
  it("cannot be made for a visitor, for somebody of another team, or for an admin who is in no team", async () => {
    const { person } = await createMember();
    const admin = await createPerson({ isAdmin: true });

    expect(await findSession({ personId: randomUUID(), sessionVersion: 1 })).toBeNull();
    for (const { id } of [person, admin]) {
      const session = await findSession({ personId: id, sessionVersion: 1 });
      expect(session && viewerInTeam(session, team.slug)).toBeNull();
    }
  });
});

it("has a row for every permission", () => {
  const rows = new Set<string>([...ofTeam, ...ofPerson].map(({ permission }) => permission));

  expect(Object.keys(PERMISSIONS).filter((key) => !rows.has(key))).toEqual([]);
});

/** Forbidden, or nothing where a read gives nothing, is a refusal; any other answer came from behind the check. */
function isAllowed(answer: unknown, isEmpty?: (answer: unknown) => boolean): boolean {
  if (isEmpty) return !isEmpty(answer);
  return !(isResult(answer) && !answer.ok && answer.problem.kind === "forbidden");
}

function isResult(answer: unknown): answer is Result<unknown> {
  return typeof answer === "object" && answer !== null && "ok" in answer;
}

function mayAny(standings: readonly Standing[], permission: Permission): boolean {
  const allowed: readonly Standing[] = PERMISSIONS[permission];
  return standings.some((standing) => allowed.includes(standing));
}

async function standingIn(standing: "member" | "lead" | "admin"): Promise<TeamViewer> {
  const person = await createPerson({ isAdmin: standing === "admin" });
  const role = standing === "lead" ? "lead" : "member";
  await createMember({ team, person, role });
  const session = await findSession({ personId: person.id, sessionVersion: person.sessionVersion });
  const viewer = session && viewerInTeam(session, team.slug);
  if (!viewer) throw new Error("The member is not in the team.");
  return viewer;
}

async function anAnnouncement(): Promise<string> {
  return (await createAnnouncement()).id;
}

async function aCommentOf({ teamId, personId: authorId }: TeamViewer): Promise<string> {
  return (await createComment({ teamId, authorId, announcementId: await anAnnouncement() })).id;
}

async function anImport(): Promise<string> {
  const result = await createImport(lead, POST);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value.importId;
}

function acceptSure(viewer: TeamViewer, importId: string) {
  return resolveAll(viewer, importId, { above: 0.9 });
}

async function aMember(): Promise<string> {
  return (await createMember({ team })).person.id;
}

async function anInvitation(): Promise<string> {
  await invite(lead, { role: "member", label: "" });
  const { id } = await testDb().invitation.findFirstOrThrow({
    where: { teamId: team.id },
    orderBy: { createdAt: "desc" },
  });
  return id;
}
