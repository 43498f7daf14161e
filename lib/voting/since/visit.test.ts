import { beforeEach, describe, expect, it } from "vitest";

import type { Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { createMember, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { awayFor } from "./testing";
import { noteHere, sinceWhen } from "./visit";

let team: Team;
let me: TeamViewer;

beforeEach(async () => {
  team = await createTeam();
  me = await createTeamViewer({ team });
});

describe("a visit", () => {
  it("lasts through reloads, and is what the next one begins after", async () => {
    await noteHere(me);
    expect(await sinceWhen(me)).toBeNull();

    await awayFor(me, 31);
    const left = await hereAt(me);
    expect(await sinceWhen(me)).toEqual(left);
    await noteHere(me);
    await noteHere(me);
    expect(await sinceWhen(me)).toEqual(left);

    await awayFor(me, 20);
    await noteHere(me);
    expect(await sinceWhen(me)).toEqual(left);

    await awayFor(me, 31);
    const again = await hereAt(me);
    await noteHere(me);
    expect(await sinceWhen(me)).toEqual(again);
  });

  it("is one's own, and the team's", async () => {
    await noteHere(me);
    const elsewhere = await createTeam();
    await createMember({
      team: elsewhere,
      person: await testDb().person.findUniqueOrThrow({ where: { id: me.personId } }),
    });

    await awayFor(me, 31);

    expect(await sinceWhen(await createTeamViewer({ team }))).toBeNull();
    expect(await sinceWhen({ ...me, teamId: elsewhere.id })).toBeNull();
  });
});

async function hereAt({ teamId, personId }: TeamViewer): Promise<Date | null> {
  const where = { teamId_personId: { teamId, personId } };
  return (await testDb().membership.findUniqueOrThrow({ where })).hereAt;
}
