// An address that can still be read aloud; the rest of a long title adds nothing.
const LONGEST = 80;

/**
 * The address form of a name: "EBS gp3 volumes" is `ebs-gp3-volumes`. Lower-case a to z, digits and single hyphens, at
 * most 80 characters, cut between words. A name without any such letter gets the fallback.
 */
export function slugOf(name: string, fallback: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const [first = fallback, ...others] = words;
  let slug = first.slice(0, LONGEST);
  for (const word of others) {
    if (slug.length + 1 + word.length > LONGEST) break;
    slug += `-${word}`;
  }
  return slug;
}

/** Whether an address could be one that `slugOf` and `numberedSlug` make; what else is typed there names nothing. */
export function isSlug(typed: string): boolean {
  return /^[a-z0-9-]{1,300}$/.test(typed);
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function numberedSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
