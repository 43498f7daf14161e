import { aboutLine, fixed } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";

import { latestEntries, type FeedEntry } from "./feed-entries";

export const rssFormat: ExportFormat = {
  file: "feed.xml",
  contentType: "application/rss+xml; charset=utf-8",
  permission: "shortlist.export",
  shared: "feed",
  writer: fixed(decisionsRss),
};

/**
 * What was decided, changed, reopened and carried on, latest first, as RSS 2.0.11 (https://www.rssboard.org/rss-specification)
 * after the RSS Best Practices Profile: plain text with hexadecimal references, HTML only in descriptions, names in
 * dc:creator because author takes nothing but mail addresses. Ids are stable and no addresses;
 * where a link gives the feed, it names that as its own.
 */
export async function* decisionsRss(source: ExportSource): AsyncGenerator<string> {
  const { about } = source;
  const entries = await latestEntries(source);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${plain(`Decisions of ${about.team.name}: ${about.conference.name}`)}</title>
<link>${plain(about.address)}</link>
<description>${plain(aboutLine("Decisions", about))}</description>
<language>en</language>
<lastBuildDate>${rfc822(about.at)}</lastBuildDate>
<docs>https://www.rssboard.org/rss-specification</docs>
<generator>Debrief</generator>
<ttl>60</ttl>
`;
  if (about.self) yield `<atom:link href="${plain(about.self)}" rel="self" type="application/rss+xml"/>\n`;
  for (const entry of entries) yield item(entry);
  yield "</channel>\n</rss>\n";
}

function item({ id, title, url, at, html, author, tags }: FeedEntry): string {
  return [
    "<item>",
    `<title>${plain(title)}</title>`,
    `<link>${plain(url)}</link>`,
    `<guid isPermaLink="false">${plain(id)}</guid>`,
    `<pubDate>${rfc822(at)}</pubDate>`,
    `<description>${plain(html)}</description>`,
    ...(author === null ? [] : [`<dc:creator>${plain(author)}</dc:creator>`]),
    ...tags.map((tag) => `<category>${plain(tag)}</category>`),
    "</item>\n",
  ].join("\n");
}

/** Text as character data: escaped the way most readers understand, without what XML 1.0 has no characters for. */
function plain(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, " ")
    .replace(/[&<>"\r]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);
}

/** "Thu, 14 Jan 2021 09:30:20 GMT": RFC 822 with the four digits of RFC 1123. */
function rfc822(moment: string): string {
  return new Date(moment).toUTCString();
}
