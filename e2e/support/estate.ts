import { createImport } from "@/lib/catalogue/imports/create-import";
import { readImport } from "@/lib/catalogue/imports/queries";
import { db } from "@/lib/db/client";
import type { Person, Team } from "@/lib/db/generated/client";
import { invite } from "@/lib/identity/invitations";
import { findSession, viewerInTeam } from "@/lib/identity/session";
import { encodeSession, sessionCookieName } from "@/lib/identity/token";
import type { TeamViewer } from "@/lib/identity/types";
import { SHARE_KINDS, type ShareKind } from "@/lib/shortlist/export/types";
import { createShare } from "@/lib/shortlist/shares/commands";
import { createComment, createMember, createPerson, createTeam, createVote } from "@/lib/testing/builders";

import { makeWorld, type World } from "./world";

/** Who could come to a door: `stranger` leads another team, `admin` is in no team. */
export const STANDINGS = ["visitor", "stranger", "member", "lead", "admin"] as const;
export type Standing = (typeof STANDINGS)[number];

/** A team that has something of every kind to keep to itself, and everybody who might ask for it. */
export type Estate = World & {
  stranger: Person;
  strangersTeam: Team;
  admin: Person;
  importId: string;
  candidateId: string;
  feedId: string;
  invitationId: string;
  invitationToken: string;
  commentId: string;
  /** Of a link of each kind, which shows neither names nor notes. */
  shareSecrets: Record<ShareKind, string>;
  /** The Cookie header of a session. */
  cookies: Record<Standing, string>;
};

/** What only the team may read, anywhere. */
export const SECRETS = [
  "Walled Orchard",
  "Worth a fortnight of ours",
  "Nobody should overhear this",
  "Because it halves the bill",
  "What the orchard is reading",
  "Our build team cheered",
  "For the quiet one",
  "Olga Orchard",
  "Oscar Orchard",
  "What the orchard follows",
] as const;

const [TEAM, NOTE, COMMENT, REASON, IMPORT, , LABEL, LEAD, MEMBER, FEED] = SECRETS;

const POST = `# ${IMPORT}

## Storage

**[EBS gp3 volumes](https://aws.amazon.com/about-aws/whats-new/2020/12/gp3/)** begin at 3,000 IOPS and list a fifth below gp2.

## Serverless

**[Lambda container images](https://aws.amazon.com/blogs/aws/lambda-images/)** may be up to 10 GB. Our build team cheered.
`;

export async function makeEstate(): Promise<Estate> {
  const world = await makeWorld();
  const { team, lead, member, conference, announcements } = world;
  await db().team.update({ where: { id: team.id }, data: { name: TEAM } });
  await db().person.update({ where: { id: lead.id }, data: { name: LEAD } });
  await db().person.update({ where: { id: member.id }, data: { name: MEMBER } });
  const viewer = await viewerOf(lead, team);

  const [announcement] = announcements;
  if (!announcement) throw new Error("The world has no announcement.");
  const about = { teamId: team.id, announcementId: announcement.id };
  await createVote({ ...about, personId: member.id, note: NOTE });
  const { id: commentId } = await createComment({ ...about, authorId: member.id, body: COMMENT });
  await db().decision.create({ data: { ...about, decidedById: lead.id, choice: "adopt", reason: REASON } });

  const { importId, candidateId } = await readPostIn(viewer, conference.slug);
  const { id: feedId } = await db().feed.create({
    data: {
      ...{ teamId: team.id, conferenceId: conference.id, createdById: lead.id, pausedAt: new Date() },
      ...{ url: "https://example.com/feed.xml", title: FEED },
    },
  });
  const invitation = await invite(viewer, { role: "member", label: LABEL });
  if (!invitation.ok) throw new Error(invitation.problem.message);

  const { person: stranger, team: strangersTeam } = await createMember({
    team: await createTeam({ name: "Other House" }),
    person: await createPerson({ name: "Stan Stranger" }),
    role: "lead",
  });
  const admin = await createPerson({ name: "Abe Admin", isAdmin: true });
  const cookies = {
    visitor: "",
    stranger: await cookieOf(stranger),
    member: await cookieOf(member),
    lead: await cookieOf(lead),
    admin: await cookieOf(admin),
  };
  return {
    ...world,
    ...{ stranger, strangersTeam, admin, importId, candidateId, feedId, commentId, cookies },
    shareSecrets: await shareSecretsOf(viewer, conference.slug),
    invitationId: invitation.value.id,
    invitationToken: invitation.value.link.split("/").at(-1) ?? "",
  };
}

/** How much a team has of everything: the same before and after is nothing written. */
export async function rowsOf(teamId: string): Promise<Record<string, number>> {
  const where = { teamId };
  const counts = await Promise.all([
    db().membership.count({ where: { ...where, role: "lead" } }),
    db().membership.count({ where }),
    db().invitation.count({ where: { ...where, revokedAt: null } }),
    db().vote.count({ where }),
    db().voteEvent.count({ where }),
    db().comment.count({ where: { ...where, deletedAt: null } }),
    db().decision.count({ where }),
    db().import.count({ where: { ...where, state: "reviewing" } }),
    db().candidate.count({ where: { import: where, resolution: "open" } }),
    db().feed.count({ where }),
    db().shareLink.count({ where: { ...where, revokedAt: null } }),
    db().auditEvent.count({ where }),
  ]);
  const names =
    "leads members invitations votes voteEvents comments decisions imports candidates feeds shareLinks auditEvents".split(
      " ",
    );
  return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]));
}

async function shareSecretsOf(viewer: TeamViewer, conference: string): Promise<Record<ShareKind, string>> {
  const secrets = { shortlist: "", radar: "", feed: "" };
  for (const kind of SHARE_KINDS) {
    const asked = { conference, kind, label: "", until: "never", query: "", showsPeople: false, showsNotes: false };
    const made = await createShare(viewer, asked);
    if (!made.ok) throw new Error(made.problem.message);
    secrets[kind] = made.value.address.split("/").at(-1) ?? "";
  }
  return secrets;
}

async function readPostIn(viewer: TeamViewer, conferenceSlug: string) {
  const made = await createImport(viewer, { conferenceSlug, text: POST });
  if (!made.ok) throw new Error(made.problem.message);
  const review = await readImport(viewer, made.value.importId);
  const candidateId = review?.candidates[0]?.id;
  if (!candidateId) throw new Error("Nothing was found in the post.");
  return { importId: made.value.importId, candidateId };
}

async function viewerOf({ id }: Person, { slug }: Team): Promise<TeamViewer> {
  const session = await findSession({ personId: id, sessionVersion: 1 });
  const viewer = session && viewerInTeam(session, slug);
  if (!viewer) throw new Error("Nobody of this id is in the team.");
  return viewer;
}

async function cookieOf({ id }: Person): Promise<string> {
  return `${sessionCookieName()}=${await encodeSession({ personId: id, sessionVersion: 1 })}`;
}
