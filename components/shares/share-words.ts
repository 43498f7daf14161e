import type { ShareKind } from "@/lib/shortlist/export/types";

/** The kinds of links as forms and lists say them, with what each shows, and what the page of one is called. */
export const KINDS: Record<ShareKind, { name: string; about: string; page: string }> = {
  shortlist: {
    name: "Shortlist",
    about: "what is decided or leans to adopt, as a table and for spreadsheets",
    page: "Shortlist",
  },
  radar: {
    name: "Radar",
    about: "every announcement in its ring, as a picture and for radars of others",
    page: "Radar",
  },
  feed: { name: "Feed", about: "decisions for feed readers, target dates for calendars", page: "Decisions" },
};

type FileWords = { name: string; how: string };

/** Which tool takes a file, and in a sentence what to do there; in the order in which they are listed. */
const FILES: Record<string, FileWords> = {
  "shortlist.csv": {
    name: "CSV",
    how: "For what reads a table from an address: IMPORTDATA in Google Sheets, Data and From Web in Excel.",
  },
  "shortlist.xlsx": { name: "Excel", how: "Open it in Excel, LibreOffice or Numbers." },
  "shortlist.md": { name: "Markdown", how: "One table, for a wiki or a repository." },
  "radar.csv": {
    name: "Thoughtworks radar, CSV",
    how: "Paste the link that ends in radar.csv into Build Your Own Radar at radar.thoughtworks.com, or into your own copy of it.",
  },
  "byor.json": {
    name: "Thoughtworks radar, JSON",
    how: "The same for Build Your Own Radar, where JSON is preferred.",
  },
  "zalando.json": {
    name: "Zalando tech radar",
    how: "In the radar’s index.html, let it load this link in place of its own config.json.",
  },
  "backstage.json": {
    name: "Backstage",
    how: "Set techRadar.url in app-config.yaml to it, and add this host under backend.reading.allow.",
  },
  "radar.svg": { name: "Picture, SVG", how: "Show it as an image in a wiki or a page: it stays as the radar is." },
  "radar.png": { name: "Picture, PNG", how: "The same for what takes no SVG, such as chats and slides." },
  "feed.xml": { name: "RSS", how: "Add it to a feed reader, or to a channel with its feed app." },
  "feed.json": { name: "JSON Feed", how: "The same for readers and scripts that prefer JSON." },
  "targets.ics": {
    name: "Calendar of target dates",
    how: "Subscribe to it: From URL in Google Calendar, Subscribe from web in Outlook, New Calendar Subscription in Apple’s.",
  },
};

/** Files in the order in which they are explained; unknown ones last. */
export function inOrder(files: readonly string[]): string[] {
  const known = Object.keys(FILES).filter((file) => files.includes(file));
  return [...known, ...files.filter((file) => !(file in FILES))];
}

/** What is said of a file; one that nothing is known of goes by its own name. */
export function fileWords(file: string): FileWords {
  return FILES[file] ?? { name: file, how: "" };
}

/** What a link tells of people, exactly. */
export function showsWords({ people, notes }: { people: boolean; notes: boolean }): string {
  if (people && notes) return "with names and notes";
  if (people) return "with names, without notes";
  return notes ? "with notes, without names" : "without names and notes";
}
