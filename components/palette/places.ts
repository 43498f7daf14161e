import { announcementPath, boardPath } from "@/components/paths";
import type { SearchAnswer } from "@/lib/catalogue/search/types";
import { formatCount } from "@/lib/format/number";

import type { PaletteEntry } from "./types";

/** What a search found, as entries: conferences, services, announcements. */
export function placesOf(teamSlug: string, { announcements, services, conferences }: SearchAnswer): PaletteEntry[] {
  return [
    ...conferences.map(({ slug, name, announcements: count }): PaletteEntry => ({
      ...{ id: `conference-${slug}`, group: "Conferences", label: name.text, ranges: name.ranges },
      ...{ detail: formatCount(count, "announcement"), deed: { kind: "go", href: boardPath(teamSlug, slug) } },
    })),
    ...services.map(({ slug, name, conference }): PaletteEntry => ({
      ...{ id: `service-${slug}`, group: "Services", label: name.text, ranges: name.ranges, detail: conference.name },
      deed: { kind: "go", href: boardPath(teamSlug, conference.slug, { view: "all", service: [slug] }) },
    })),
    ...announcements.map(({ slug, title, services: about, conference }): PaletteEntry => ({
      ...{ id: `announcement-${slug}`, group: "Announcements", label: title.text, ranges: title.ranges },
      detail: about[0] ?? conference.name,
      deed: { kind: "go", href: announcementPath(teamSlug, slug) },
    })),
  ];
}

/** Two lists as one, in which nothing stands twice: what is in both is shown as in the first. */
export function together(first: readonly PaletteEntry[], second: readonly PaletteEntry[]): PaletteEntry[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}
