import { describe, expect, it } from "vitest";

import { readForm } from "./read-form";

function post(body: BodyInit, headers: HeadersInit = {}) {
  return new Request("http://localhost/", { method: "POST", body, headers });
}

describe("readForm", () => {
  it("reads urlencoded and multipart fields", async () => {
    const multipart = new FormData();
    multipart.set("note", "é 🚀");
    for (const body of [new URLSearchParams({ note: "é 🚀" }), multipart]) {
      const form = await readForm(post(body), 1_000);
      expect(form.ok && form.value.get("note")).toBe("é 🚀");
    }
  });

  it("stops at the limit, also when the length is not announced", async () => {
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1_024)) });
    const request = new Request("http://localhost/", { method: "POST", body: endless, ...{ duplex: "half" } });

    const form = await readForm(request, 64 * 1_024);

    expect(form).toMatchObject({
      ok: false,
      problem: { kind: "too-large", message: expect.stringContaining("64 KB") },
    });
  });

  it("refuses what is no form", async () => {
    for (const type of ["application/json", "text/plain", "multipart/form-data", ""]) {
      const form = await readForm(post("{}", { "Content-Type": type }), 1_000);
      expect(form).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    }
  });
});
