import { Zip, ZipDeflate } from "fflate";

/** A file of an archive: its path with forward slashes, and its text, whole or piece by piece. */
export type ArchivedFile = { name: string; text: AsyncIterable<string> | string };

/** How many entries the directory of an archive without ZIP64 can count. */
export const MOST_FILES = 65_535;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.3, deflated, names in UTF-8) of files in the order they come, written while they are
 * read: what is held is one file's window, and for its directory some two kilobytes for each file that is written. The same
 * files at the same moment give the same bytes; a moment that ZIP cannot say, before 1980 or after 2099, becomes the
 * nearest. Throws on a name that is not a plain relative path, on one that comes twice (letters of either case are one name
 * on many disks), and on more files than fit.
 */
export async function* zipped(files: AsyncIterable<ArchivedFile>, at: Date | string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const mtime = clockOf(new Date(at));
  const names = new Set<string>();
  for await (const { name, text } of files) {
    claim(name, names);
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    for await (const bytes of encoded(text)) {
      entry.push(bytes);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

function claim(name: string, names: Set<string>): void {
  const key = name.toLowerCase();
  if (!isPlainPath(name)) throw new Error(`Not a name for a file in an archive: ${JSON.stringify(name)}`);
  if (names.has(key)) throw new Error(`Two files of one archive are called ${name}`);
  if (names.size === MOST_FILES) throw new Error(`An archive holds at most ${MOST_FILES} files`);
  names.add(key);
}

/** Relative, without steps up, control characters, and what Windows does not take in a name or as one. */
function isPlainPath(name: string): boolean {
  return name.length <= 250 && name.split("/").every(isPlainName);
}

function isPlainName(name: string): boolean {
  if (name === "" || /[\\:*?"<>|\p{Cc}]|^\s|[\s.]$/u.test(name)) return false;
  return !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);
}

async function* encoded(text: AsyncIterable<string> | string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (typeof text === "string") {
    yield encoder.encode(text);
    return;
  }
  // A piece may end within a character of two units; its first half waits for the next piece.
  let half = "";
  for await (const piece of text) {
    const whole = half + piece;
    half = /[\uD800-\uDBFF]$/.exec(whole)?.[0] ?? "";
    yield encoder.encode(whole.slice(0, whole.length - half.length));
  }
  if (half) yield encoder.encode(half);
}

// An archive keeps the clock on the wall without a zone, and fflate reads it from the machine's; so UTC is set there.
function clockOf(at: Date): Date {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2099);
  const [hours, minutes, seconds] = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
  return new Date(year, at.getUTCMonth(), at.getUTCDate(), hours, minutes, seconds);
}
