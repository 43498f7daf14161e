import { ok, refuse, type Result } from "@/lib/errors/problem";

import type { PersonViewer, TeamViewer, Viewer } from "./types";

/** `person` is anybody signed in; `member` and `lead` hold in the viewer's team; `admin` in the installation. */
export type Standing = "person" | "member" | "lead" | "admin";

/** Who may do what. There is no other place that decides it. */
export const PERMISSIONS = {
  "account.change": ["person"],
  "team.read": ["member", "lead"],
  "vote.cast": ["member", "lead"],
  "comment.write": ["member", "lead"],
  "comment.moderate": ["lead"],
  "decision.settle": ["lead"],
  "delivery.record": ["member", "lead"],
  "shortlist.order": ["lead"],
  "shortlist.export": ["lead"],
  "radar.arrange": ["lead"],
  "share.manage": ["lead"],
  "team.transfer": ["lead"],
  "import.create": ["lead"],
  "import.review": ["lead"],
  "feed.manage": ["lead"],
  "conference.create": ["lead"],
  "announcement.merge": ["lead"],
  "round.manage": ["lead"],
  "view.share": ["lead"],
  "member.remind": ["lead"],
  "people.manage": ["lead"],
  "team.create": ["admin"],
  "installation.manage": ["admin"],
} as const satisfies Record<string, readonly Standing[]>;

export type Permission = keyof typeof PERMISSIONS;

/** As much of a viewer as decides what they may: the palette in the browser knows no more. */
type Asking = Pick<PersonViewer, "isAdmin"> | Pick<TeamViewer, "isAdmin" | "role">;

/** What a viewer is: signed in, their role in the team they act in, and admin of the installation. */
export function standingsOf(viewer: Asking): Standing[] {
  const standings: Standing[] = ["person"];
  if ("role" in viewer) standings.push(viewer.role);
  if (viewer.isAdmin) standings.push("admin");
  return standings;
}

/** Whether the viewer may do it. */
export function can(viewer: Asking, permission: Permission): boolean {
  const allowed: readonly Standing[] = PERMISSIONS[permission];
  return standingsOf(viewer).some((standing) => allowed.includes(standing));
}

/** `can` as a result, for commands: forbidden with a sentence that names who may. */
export function permit(viewer: Viewer, permission: Permission): Result<true> {
  return can(viewer, permission) ? ok(true) : refuse("forbidden", REFUSAL[permission]);
}

const LEADS = "Only a lead of the team can do this. Ask a lead.";
const ADMINS = "Only an admin can do this. Ask an admin.";
const MEMBERS = "Only members of the team can do this. Ask a lead for an invitation.";

const REFUSAL: Record<Permission, string> = {
  "account.change": "Sign in to change your account.",
  "team.read": MEMBERS,
  "vote.cast": MEMBERS,
  "comment.write": MEMBERS,
  "comment.moderate": LEADS,
  "decision.settle": LEADS,
  "delivery.record": MEMBERS,
  "shortlist.order": "Only a lead can order the shortlist. Ask a lead.",
  "shortlist.export": "Only a lead can export the shortlist. Ask a lead.",
  "radar.arrange": "Only a lead can change the quadrants of the radar. Ask a lead.",
  "share.manage": "Only a lead can share outside of the team. Ask a lead.",
  "team.transfer": "Only a lead can bring a team's work into this installation. Ask a lead.",
  "import.create": LEADS,
  "import.review": LEADS,
  "feed.manage": LEADS,
  "conference.create": LEADS,
  "announcement.merge": "Only a lead can merge announcements. Ask a lead.",
  "round.manage": "Only a lead can open or change a round. Ask a lead.",
  "view.share": "Only a lead can save a view for the whole team. Save it for yourself.",
  "member.remind": LEADS,
  "people.manage": LEADS,
  "team.create": ADMINS,
  "installation.manage": ADMINS,
};
