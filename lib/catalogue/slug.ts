// An address that can still be read aloud; the rest of a long title adds nothing.
const LONGEST = 80;

/**
 * The address form of a title: "EBS gp3 volumes" is `ebs-gp3-volumes`. Lower-case a to z, digits and single hyphens, at
 * most 80 characters, cut between words. A title without any such letter gets "announcement".
 */
export function slugify(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const [first = "announcement", ...others] = words;
  let slug = first.slice(0, LONGEST);
  for (const word of others) {
    if (slug.length + 1 + word.length > LONGEST) break;
    slug += `-${word}`;
  }
  return slug;
}

/**
 * The first free of `title`, `title-conference`, `title-conference-2`, `title-conference-3` … as slugs. `taken` holds at
 * least those of them that are in use.
 */
export function freeSlug({
  title,
  conferenceSlug,
  taken,
}: {
  title: string;
  conferenceSlug: string;
  taken: ReadonlySet<string>;
}): string {
  const plain = slugify(title);
  if (!taken.has(plain)) return plain;
  const ofConference = `${plain}-${conferenceSlug}`;
  if (!taken.has(ofConference)) return ofConference;
  let number = 2;
  while (taken.has(`${ofConference}-${number}`)) number += 1;
  return `${ofConference}-${number}`;
}
