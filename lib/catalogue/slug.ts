import { numberedSlug, slugOf } from "@/lib/text/slug";

/** The address form of a title, as in `slugOf`; a title without any letter or digit of ours gets "announcement". */
export function slugify(title: string): string {
  return slugOf(title, "announcement");
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
  return numberedSlug(ofConference, taken);
}
