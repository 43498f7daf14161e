import { describe, expect, it } from "vitest";

import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { createConference } from "./conference-commands";

describe("createConference", () => {
  it("adds one under an address made from its name, on the record", async () => {
    const lead = await createTeamViewer({ role: "lead" });
    const input = { name: "  Example  Conf 2031", startsOn: "2031-11-30", endsOn: "2031-12-04" };

    const results = [await createConference(lead, input), await createConference(lead, input)];

    expect(results).toEqual([
      { ok: true, value: { slug: "example-conf-2031" } },
      { ok: true, value: { slug: "example-conf-2031-2" } },
    ]);
    expect(await testDb().conference.findUnique({ where: { slug: "example-conf-2031" } })).toMatchObject({
      name: "Example Conf 2031",
      startsOn: new Date("2031-11-30T00:00:00Z"),
      endsOn: new Date("2031-12-04T00:00:00Z"),
    });
    expect(await testDb().auditEvent.findMany({ where: { teamId: lead.teamId } })).toMatchObject([
      { action: "conference.created" },
      { action: "conference.created" },
    ]);
  });

  it("takes no days, or one", async () => {
    const lead = await createTeamViewer({ role: "lead" });

    await createConference(lead, { name: "No days", startsOn: "", endsOn: "" });
    await createConference(lead, { name: "One day", startsOn: "2031-11-30", endsOn: "" });

    expect(await testDb().conference.findUnique({ where: { slug: "no-days" } })).toMatchObject({ startsOn: null });
    expect(await testDb().conference.findUnique({ where: { slug: "one-day" } })).toMatchObject({
      endsOn: new Date("2031-11-30T00:00:00Z"),
    });
  });

  it.each([
    [{ name: " ", startsOn: "", endsOn: "" }, "name"],
    [{ name: "x".repeat(101), startsOn: "", endsOn: "" }, "name"],
    [{ name: "Conf", startsOn: "tomorrow", endsOn: "" }, "startsOn"],
    [{ name: "Conf", startsOn: "2031-02-30", endsOn: "" }, "startsOn"],
    [{ name: "Conf", startsOn: "", endsOn: "2031-11-30" }, "startsOn"],
    [{ name: "Conf", startsOn: "2031-12-01", endsOn: "2031-11-30" }, "endsOn"],
  ])("refuses %j and names %s", async (input, field) => {
    const lead = await createTeamViewer({ role: "lead" });

    const result = await createConference(lead, input);

    expect(result).toMatchObject({ problem: { kind: "invalid", fields: { [field]: expect.any(String) } } });
  });
});
