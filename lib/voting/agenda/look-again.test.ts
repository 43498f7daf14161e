import { expect, it } from "vitest";

import { createTeamViewer } from "@/lib/testing/viewers";

import { settleDecision } from "../decisions/commands";
import { dayFromNow } from "../decisions/schema";

import { readAgenda } from "./queries";
import { createAgendaWorld } from "./testing";

it("lists what was not adopted and whose day has come, the longest due first, for that team alone", async () => {
  const { lead, conference, announce } = await createAgendaWorld();
  const stranger = await createTeamViewer({ role: "lead" });
  const settle = async (title: string, choice: string, reopenOn: string) => {
    const { id } = await announce(title);
    await settleDecision(lead, { announcementId: id, choice, reopenOn, reopenWhen: "It is cheaper.", was: null });
  };
  await settle("Today", "ignore", dayFromNow(0));
  await settle("Long ago", "investigate", "2021-06-01");
  await settle("Tomorrow", "ignore", dayFromNow(1));
  await settle("Some day", "ignore", "");
  await settle("Adopted", "adopt", "2021-06-01");

  const found = (await readAgenda(lead, conference.slug))?.lookAgain;

  expect(found?.rows.map(({ title }) => title)).toEqual(["Long ago", "Today"]);
  expect(found).toMatchObject({
    total: 2,
    rows: [{ decision: { choice: "investigate", reopenWhen: "It is cheaper." } }, {}],
  });
  expect((await readAgenda(stranger, conference.slug))?.lookAgain).toBeNull();
});
