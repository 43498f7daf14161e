import { joinTeam } from "@/lib/identity/accept-invitation";
import { changeName, changePassword, signOutEverywhere } from "@/lib/identity/account";
import { createTeam, listInstallationPeople, listInstallationTeams, setAdmin } from "@/lib/identity/admin";
import { invite } from "@/lib/identity/invitations";
import { lastTeamSlug } from "@/lib/identity/last-team";
import type { PersonViewer, TeamViewer } from "@/lib/identity/types";

import { createMember, createPerson } from "./builders";
import type { Door } from "./door";

/** Reads and commands of somebody signed in, outside any team. */
export const personDoors: readonly Door<PersonViewer>[] = [
  { name: "changeName", permission: "account.change", call: (viewer) => changeName(viewer, { name: "Ada King" }) },
  {
    name: "changePassword",
    permission: "account.change",
    // Without a password so far, nothing is the current one: an answer from behind the check.
    call: (viewer) =>
      changePassword(viewer, { password: "not mine", newPassword: "correct horse battery" }, "192.0.2.1"),
  },
  { name: "signOutEverywhere", permission: "account.change", call: (viewer) => signOutEverywhere(viewer) },
  {
    name: "lastTeamSlug",
    permission: "person",
    call: async (viewer, { team }) => {
      await createMember({ team, person: { ...(await createPerson()), id: viewer.personId } });
      return lastTeamSlug(viewer);
    },
  },
  {
    name: "joinTeam",
    permission: "person",
    call: async (viewer, { lead }) => joinTeam(viewer, await anInvitationToken(lead)),
  },
  { name: "createTeam", permission: "team.create", call: (viewer) => createTeam(viewer, { name: "Data" }) },
  {
    name: "setAdmin",
    permission: "installation.manage",
    call: async (viewer) => setAdmin(viewer, { personId: (await createPerson()).id, isAdmin: true }),
  },
  {
    name: "listInstallationPeople",
    permission: "installation.manage",
    call: (viewer) => listInstallationPeople(viewer),
  },
  {
    name: "listInstallationTeams",
    permission: "installation.manage",
    call: (viewer) => listInstallationTeams(viewer),
  },
];

/** The link holds the token, which is kept nowhere else. */
async function anInvitationToken(lead: TeamViewer): Promise<string> {
  const made = await invite(lead, { role: "member", label: "" });
  if (!made.ok) throw new Error(made.problem.message);
  return made.value.link.split("/").at(-1) ?? "";
}
