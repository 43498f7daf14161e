import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { hasPython, python } from "@/lib/testing/python";

import { zipped, type ArchivedFile } from "./zip";

const AT = "2021-01-14T09:30:20.000Z";

describe("zipped", () => {
  it("gives back every file, whole or in pieces, with what people write in them", async () => {
    const texts = ["", "# One\n", "«日本» 🚀 \u202eright to left", "x".repeat(300_000)];
    const files = texts.map((text, index) => ({ name: `notes/${index} é.md`, text: index % 2 ? text : pieces(text) }));

    const read = unzipSync(await archive(files));

    expect(Object.entries(read).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(
      texts.map((text, index) => [`notes/${index} é.md`, text]),
    );
  });

  it("keeps characters whole that pieces cut through", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (units) => {
        const text = units.join("");
        const [bytes] = Object.values(unzipSync(await archive([{ name: "a.txt", text: oneByOne(text) }])));
        expect(strFromU8(bytes ?? new Uint8Array())).toBe(text);
      }),
    );
  });

  it("is an archive when there is nothing to put in it", async () => {
    expect(unzipSync(await archive([]))).toEqual({});
  });

  it("gives the same bytes for the same moment, whatever the zone of the machine", async () => {
    const files = [{ name: "a.md", text: "a" }];
    const zone = process.env.TZ;
    const here = await archive(files);
    process.env.TZ = "America/Los_Angeles";
    const there = await archive(files);
    process.env.TZ = zone;

    expect(there).toEqual(here);
    expect(await archive(files, "2021-01-14T09:30:30.000Z")).not.toEqual(here);
    expect(unzipSync(await archive(files, "1969-07-20T20:17:40.000Z"))).toHaveProperty(["a.md"]);
  });

  it("hands out bytes while files are still to come, and asks for no more than it hands out", async () => {
    let asked = 0;
    async function* endless() {
      for (;;) yield { name: `${asked++}.txt`, text: "x".repeat(1_000) };
    }
    const bytes = zipped(endless(), AT);
    await bytes.next();
    expect(asked).toBe(1);
    await bytes.return(undefined);
  });

  it.each(["../up.md", "/root.md", "a//b.md", "a\\b.md", "", "a/", "con", "NUL.txt", "a:b", "line\nbreak", "dot."])(
    "refuses %j as a name",
    async (name) => {
      await expect(archive([{ name, text: "" }])).rejects.toThrow("Not a name");
    },
  );

  it("refuses a name that comes twice", async () => {
    const files = [
      { name: "a.md", text: "" },
      { name: "A.md", text: "" },
    ];
    await expect(archive(files)).rejects.toThrow("Two files");
  });

  it.skipIf(!hasPython)("is read and found sound by Python", async () => {
    const script = `
import io, sys, zipfile
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert archive.testzip() is None
[entry] = archive.infolist()
print(ascii([entry.filename, archive.read(entry).decode(), list(entry.date_time)]))`;

    const said = python(script, await archive([{ name: "b/é.md", text: pieces("日本 🚀") }]));

    expect(said.trim()).toBe(String.raw`['b/\xe9.md', '\u65e5\u672c \U0001f680', [2021, 1, 14, 9, 30, 20]]`);
  });
});

async function archive(files: readonly ArchivedFile[], at = AT): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of zipped(given(files), at)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function* given<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

function pieces(text: string): AsyncIterable<string> {
  return given(text.match(/[^]{1,1000}/gu) ?? []);
}

function oneByOne(text: string): AsyncIterable<string> {
  return given(text.split(""));
}
