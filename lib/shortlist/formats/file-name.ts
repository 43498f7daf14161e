/**
 * The Content-Disposition of a download: an ASCII file name that every browser takes, and the same in UTF-8 for those that
 * know RFC 6266 and RFC 8187. Neither holds a path, a quote or a control character.
 */
export function attachment(name: string, extension: string): string {
  const file = `${safeName(name)}.${extension}`;
  const ascii = `${safeName(asciiOnly(name))}.${extension}`;
  const extended = encodeURIComponent(file).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`;
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
