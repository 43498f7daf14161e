import type { ExportAbout } from "../export/types";

/** What an exported file is called: "AWS re Invent 2020 shortlist 2021-01-04.csv". */
export function fileName({ conference, at }: Pick<ExportAbout, "conference" | "at">, file: string): string {
  const dot = file.lastIndexOf(".");
  return `${safeName(`${conference.name} ${file.slice(0, dot)} ${at.slice(0, 10)}`)}${file.slice(dot)}`;
}

/**
 * The Content-Disposition of a file: an ASCII name that every browser takes, and the same in UTF-8 for those that know RFC
 * 6266 and RFC 8187. Neither holds a path, a quote or a control character. Inline is what a browser shows by itself.
 */
export function disposition(name: string, how: "attachment" | "inline" = "attachment"): string {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = [name.slice(0, dot), name.slice(dot)];
  const file = `${safeName(stem)}${extension}`;
  const ascii = `${safeName(asciiOnly(stem))}${extension}`;
  const extended = encodeURIComponent(file).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${ascii}"; filename*=UTF-8''${extended}`;
}

/** What file systems take: no separators, no signs of their own, at most a hundred characters, never empty. */
function safeName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{C}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^\.+|\.+$/g, "");
  return Array.from(plain).slice(0, 100).join("").trim() || "shortlist";
}

function asciiOnly(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]+/g, " ")
    .replaceAll("%", " ");
}
