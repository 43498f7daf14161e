import { describe, expect, it } from "vitest";

import { decodeSource, MAX_SOURCE_BYTES } from "./decode";

function bytes(text: string, encoding: BufferEncoding = "utf8"): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}

function refusal(source: Uint8Array): string {
  const result = decodeSource(source);
  return result.ok ? "" : result.problem.message;
}

describe("decodeSource", () => {
  it.each([
    ["UTF-8", bytes("née")],
    ["UTF-8 with a byte order mark", bytes("\ufeffnée")],
    ["UTF-16, little end first", bytes("\ufeffnée", "utf16le")],
    ["UTF-16, big end first", bytes("\ufeffnée", "utf16le").map((_, i, all) => all[i ^ 1] ?? 0)],
  ])("reads %s", (_name, source) => {
    expect(decodeSource(source)).toEqual({ ok: true, value: "née" });
  });

  it("reads the encoding that a page declares", () => {
    const page = '<html><meta charset="iso-8859-1"><p>née</p></html>';

    expect(decodeSource(bytes(page, "latin1"))).toEqual({ ok: true, value: page });
  });

  it.each([
    ["an empty file", new Uint8Array(), /empty/],
    ["blanks alone", bytes(" \n\t "), /nothing but blanks/],
    ["a file over the limit", new Uint8Array(MAX_SOURCE_BYTES + 1).fill(65), /larger than 5 MB/],
    ["a binary file", Uint8Array.of(137, 80, 78, 71, 0, 1), /not text/],
    ["a PDF", bytes("%PDF-1.7 text"), /not text/],
    ["bytes that are not UTF-8", bytes("née", "latin1"), /not valid UTF-8/],
  ])("refuses %s with a sentence of its own", (_name, source, sentence) => {
    expect(refusal(source)).toMatch(sentence);
  });

  it("takes a file of exactly the limit", () => {
    expect(decodeSource(new Uint8Array(MAX_SOURCE_BYTES).fill(65)).ok).toBe(true);
  });
});
