import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import { readUpload } from "./read-upload";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "debrief-upload-"));
});

const OPTIONS = { field: "file", maxBytes: 1_000, tooLarge: "Too large." };

/** A request as a browser makes it, its body in pieces of the sizes given, over and over. */
async function posted(form: FormData, sizes: readonly number[] = [7], keep = Infinity): Promise<Request> {
  const whole = new Response(form);
  const bytes = new Uint8Array(await whole.arrayBuffer()).subarray(0, keep);
  let at = 0;
  let turn = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const size = sizes[turn++ % sizes.length] ?? 1;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  const headers = { "Content-Type": whole.headers.get("Content-Type") ?? "" };
  return new Request("http://localhost/", { method: "POST", headers, body, duplex: "half" } as RequestInit);
}

function formWith(content: Uint8Array<ArrayBuffer>, others: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(others)) form.set(name, value);
  form.set("file", new Blob([content]), "debrief.json");
  form.set("after", "something");
  return form;
}

describe("readUpload", () => {
  it("stores what was sent, byte for byte, however it comes in", async () => {
    const content = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Uint8Array.from(bytes));
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(content, sizes, async (bytes, pieces) => {
        const request = await posted(formWith(bytes, { before: '\r\n--x\r\n\r\nname="file"' }), pieces);
        const result = await readUpload(request, { ...OPTIONS, folder });
        if (!result.ok) throw new Error(result.problem.message);
        expect([...(await readFile(result.value.path))]).toEqual([...bytes]);
        await result.value.discard();
      }),
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it("refuses what is too large, cut off, empty or no form, and leaves nothing behind", async () => {
    const read = async (request: Request) => {
      const result = await readUpload(request, { ...OPTIONS, folder });
      expect(await readdir(folder)).toEqual([]);
      return result.ok ? "read" : result.problem.message;
    };
    expect(await read(await posted(formWith(new Uint8Array(1_001))))).toBe("Too large.");
    expect(await read(await posted(formWith(new Uint8Array(900)), [100], 800))).toMatch(/did not arrive whole/);
    expect(await read(await posted(formWith(new Uint8Array(0))))).toBe("Choose a file first.");
    expect(await read(await posted(new FormData()))).toBe("Choose a file first.");
    const text = new Request("http://localhost/", { method: "POST", body: "file=x" });
    expect(await read(text)).toBe("Choose a file first.");
  });
});
