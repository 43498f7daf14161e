import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { checkPasted, decodeSource, MAX_SOURCE_BYTES } from "./decode";

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

  it("reads UTF-16 without a mark", () => {
    const text = "# Announcements\n\nA née tier for tape.\n";
    const little = bytes(text, "utf16le");

    expect(decodeSource(little)).toEqual({ ok: true, value: text });
    expect(decodeSource(little.map((_, i, all) => all[i ^ 1] ?? 0))).toEqual({ ok: true, value: text });
  });

  it.each([
    [
      "windows-1252",
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
      [0x93, 0x80, 0x94],
      "“€”",
    ],
    ["Shift_JIS", "<meta charset='Shift_JIS'>", [0x8e, 0x86], "紙"],
    ["EUC-JP", '<?xml version="1.0" encoding="EUC-JP"?>', [0xbb, 0xe6], "紙"],
    ["GB18030", "<meta charset = gb18030>", [0xd6, 0xbd], "纸"],
    ["ISO-2022-JP", "<meta charset=iso-2022-jp>", [0x1b, 0x24, 0x42, 0x3b, 0x66, 0x1b, 0x28, 0x42], "紙"],
    ["KOI8-R", "<?xml version='1.0' encoding='koi8-r'?>", [0xc2], "б"],
  ])("reads declared %s", (_name, declaration, encoded, expected) => {
    const source = Uint8Array.from([...bytes(declaration), ...encoded]);

    expect(decodeSource(source)).toEqual({ ok: true, value: declaration + expected });
  });

  it("believes bytes that are UTF-8 more than an old declaration, and none in a comment", () => {
    for (const page of ['<meta charset="windows-1252"><p>née</p>', "<!-- <meta charset=shift_jis> --><p>née</p>"])
      expect(decodeSource(bytes(page))).toEqual({ ok: true, value: page });
  });

  it("leaves out a character that is cut off at the end", () => {
    expect(decodeSource(bytes("née").subarray(0, 2))).toEqual({ ok: true, value: "n" });
  });

  it("takes pasted text for text, whatever it declares", () => {
    const page = '<meta charset="gb18030"><p>née</p>';

    expect(checkPasted(page)).toEqual({ ok: true, value: page });
    expect(checkPasted("\0PNG").ok).toBe(false);
    expect(checkPasted(" ").ok).toBe(false);
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (source) => {
        const result = decodeSource(source);
        expect(result.ok ? typeof result.value : result.problem.message).toBeTruthy();
      }),
    );
  });

  it.each([
    ["an empty file", new Uint8Array(), /empty/],
    ["blanks alone", bytes(" \n\t "), /nothing but blanks/],
    ["a file over the limit", new Uint8Array(MAX_SOURCE_BYTES + 1).fill(65), /larger than 5 MB/],
    ["a binary file", Uint8Array.of(137, 80, 78, 71, 0, 1), /not text/],
    ["UTF-32", Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0), /not text/],
    ["a Word document as RTF", bytes("{\\rtf1\\ansi text}"), /not text/],
    ["a PDF", bytes("%PDF-1.7 text"), /not text/],
    ["bytes that are not UTF-8", bytes("née", "latin1"), /not valid UTF-8/],
  ])("refuses %s with a sentence of its own", (_name, source, sentence) => {
    expect(refusal(source)).toMatch(sentence);
  });

  it("takes a file of exactly the limit", () => {
    expect(decodeSource(new Uint8Array(MAX_SOURCE_BYTES).fill(65)).ok).toBe(true);
  });
});
