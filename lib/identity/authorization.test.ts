import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { createMember, createPerson, createTeam } from "@/lib/testing/builders";
// Gives this file a database of its own.
import "@/lib/testing/database";
import type { Door, Home } from "@/lib/testing/door";
import { agendaDoors } from "@/lib/testing/doors-of-agenda";
import { bulkDoors } from "@/lib/testing/doors-of-bulk";
import { boardDoors } from "@/lib/testing/doors-of-board";
import { decisionDoors } from "@/lib/testing/doors-of-decisions";
import { documentDoors } from "@/lib/testing/doors-of-documents";
import { feedDoors } from "@/lib/testing/doors-of-feeds";
import { importDoors } from "@/lib/testing/doors-of-imports";
import { issueDoors } from "@/lib/testing/doors-of-issues";
import { liveDoors } from "@/lib/testing/doors-of-live";
import { mergingDoors } from "@/lib/testing/doors-of-merging";
import { paletteDoors } from "@/lib/testing/doors-of-palette";
import { personDoors } from "@/lib/testing/doors-of-person";
import { progressDoors } from "@/lib/testing/doors-of-progress";
import { radarExportDoors } from "@/lib/testing/doors-of-radar-exports";
import { radarDoors } from "@/lib/testing/doors-of-radar";
import { roundDoors } from "@/lib/testing/doors-of-rounds";
import { searchDoors } from "@/lib/testing/doors-of-search";
import { shareDoors } from "@/lib/testing/doors-of-shares";
import { shortlistDoors } from "@/lib/testing/doors-of-shortlist";
import { teamDoors } from "@/lib/testing/doors-of-team";
import { transferDoors } from "@/lib/testing/doors-of-transfer";
import { triageDoors } from "@/lib/testing/doors-of-triage";
import { createTeamViewer } from "@/lib/testing/viewers";

import { PERMISSIONS, type Standing } from "./permissions";
import { findSession, viewerInTeam } from "./session";
import type { TeamViewer } from "./types";

/*
 * Every read and command × everybody who could ask. Who may is said by PERMISSIONS alone; the tables say under which
 * permission each function runs and how to call it, and the tests prove that the function asks.
 */

const inTeam = [
  ...teamDoors,
  ...agendaDoors,
  ...boardDoors,
  ...importDoors,
  ...bulkDoors,
  ...decisionDoors,
  ...documentDoors,
  ...feedDoors,
  ...mergingDoors,
  ...issueDoors,
  ...liveDoors,
  ...radarDoors,
  ...roundDoors,
  ...radarExportDoors,
  ...searchDoors,
  ...shareDoors,
  ...shortlistDoors,
  ...paletteDoors,
  ...progressDoors,
  ...transferDoors,
  ...triageDoors,
].map((door) => ({ title: titleOf(door), ...door }));
const signedIn = personDoors.map((door) => ({ title: titleOf(door), ...door }));

let home: Home;

beforeAll(async () => {
  const team = await createTeam();
  home = { team, lead: await createTeamViewer({ team, role: "lead" }) };
});

describe.each(inTeam)("$title", ({ permission, call }) => {
  it.each(["member", "lead", "admin"] as const)("answers a %s of the team as the table says", async (standing) => {
    const viewer = await standingIn(standing);
    const standings: Standing[] = standing === "admin" ? ["person", "member", "admin"] : ["person", standing];

    const answer = await call(viewer, home);

    expect(!isRefusal(answer, "forbidden")).toBe(mayAny(standings, permission));
  });
});

describe.each(inTeam.filter(({ namesRowOfTeam }) => namesRowOfTeam))("$title", ({ call }) => {
  it("tells a lead of another team that there is no such thing", async () => {
    const stranger = await createTeamViewer({ role: "lead" });

    expect(isRefusal(await call(stranger, home), "not-found")).toBe(true);
  });
});

describe.each(signedIn)("$title", ({ permission, call }) => {
  it.each([false, true])("answers somebody signed in, admin: %s, as the table says", async (isAdmin) => {
    const { id, name, email } = await createPerson({ isAdmin });
    const standings: Standing[] = isAdmin ? ["person", "admin"] : ["person"];

    const answer = await call({ personId: id, name, email, isAdmin }, home);

    expect(!isRefusal(answer, "forbidden")).toBe(mayAny(standings, permission));
  });
});

describe("a viewer of a team", () => {
  it("cannot be made for a visitor, for somebody of another team, or for an admin who is in no team", async () => {
    const { person } = await createMember();
    const admin = await createPerson({ isAdmin: true });

    expect(await findSession({ personId: randomUUID(), sessionVersion: 1 })).toBeNull();
    for (const { id } of [person, admin]) {
      const session = await findSession({ personId: id, sessionVersion: 1 });
      expect(session && viewerInTeam(session, home.team.slug)).toBeNull();
    }
  });
});

describe("the tables", () => {
  it("have a row for every permission", () => {
    const used = [...inTeam, ...signedIn].map(({ permission }) => permission);

    expect(Object.keys(PERMISSIONS).filter((permission) => !used.some((one) => one === permission))).toEqual([]);
  });

  it("have a row for every function of lib that takes a viewer first", () => {
    const found = functionsOfViewers();

    expect(found.length).toBeGreaterThan(30);
    expect([...new Set([...inTeam, ...signedIn].map(({ name }) => name))].toSorted()).toEqual(found);
  });
});

/**
 * Read from the source text, because types are gone at run time. Actions take forms, and tests' helpers and parts of
 * statements are no doors.
 */
function functionsOfViewers(): string[] {
  const lib = path.resolve(import.meta.dirname, "..");
  const sources = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/(\.test|testing)\.ts$|^testing\/|^db\/generated\//.test(file),
  );
  const taking =
    /^export (?:async )?function\*? (\w+)(?:<[^>]*>)?\(\s*(?:\w+|\{[^}]*\}): (?:Team|Person)Viewer\b(?!\): Prisma\.Sql)/gm;
  const names = sources.flatMap((file) =>
    [...readFileSync(path.join(lib, file), "utf8").matchAll(taking)].map(([, name = ""]) => name),
  );
  return names.toSorted();
}

function titleOf({ name, case: which }: Pick<Door<TeamViewer>, "name" | "case">): string {
  return which ? `${name} ${which}` : name;
}

/** A refusal of that kind, or nothing at all: reads answer null or an empty list to whoever may not ask. */
function isRefusal(answer: unknown, kind: "forbidden" | "not-found"): boolean {
  if (answer === null || (Array.isArray(answer) && answer.length === 0)) return true;
  return typeof answer === "object" && "problem" in answer && isOfKind(answer.problem, kind);
}

function isOfKind(problem: unknown, kind: string): boolean {
  return typeof problem === "object" && problem !== null && "kind" in problem && problem.kind === kind;
}

function mayAny(standings: readonly Standing[], permission: Door<TeamViewer>["permission"]): boolean {
  if (permission === "person") return true;
  const allowed: readonly Standing[] = permission === "nobody" ? [] : PERMISSIONS[permission];
  return standings.some((standing) => allowed.includes(standing));
}

async function standingIn(standing: "member" | "lead" | "admin"): Promise<TeamViewer> {
  const person = await createPerson({ isAdmin: standing === "admin" });
  const role = standing === "lead" ? "lead" : "member";
  await createMember({ team: home.team, person, role });
  const session = await findSession({ personId: person.id, sessionVersion: person.sessionVersion });
  const viewer = session && viewerInTeam(session, home.team.slug);
  if (!viewer) throw new Error("The member is not in the team.");
  return viewer;
}
