import { aboutLine, fixed } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";

import { latestEntries, type FeedEntry } from "./feed-entries";

export const jsonFeedFormat: ExportFormat = {
  file: "feed.json",
  contentType: "application/feed+json; charset=utf-8",
  permission: "shortlist.export",
  shared: "feed",
  writer: fixed(decisionsJsonFeed),
};

/**
 * What was decided, changed, reopened and carried on, latest first, as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/),
 * with the same entries under the same ids as the RSS feed.
 */
export async function* decisionsJsonFeed(source: ExportSource): AsyncGenerator<string> {
  const { about } = source;
  const entries = await latestEntries(source);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: `Decisions of ${about.team.name}: ${about.conference.name}`,
    home_page_url: about.address,
    feed_url: about.self,
    description: aboutLine("Decisions", about),
    language: "en",
    items: entries.map(item),
  };
  yield `${JSON.stringify(feed, null, 2)}\n`;
}

function item({ id, title, url, at, html, author, tags }: FeedEntry) {
  return {
    ...{ id, url, title, content_html: html, date_published: at, tags },
    ...(author === null ? {} : { authors: [{ name: author }] }),
  };
}
