import { createServer, type IncomingHttpHeaders } from "node:http";

import { listen } from "@/lib/outbound/testing";

/** What a feed in a test says of an item. */
export type ServedItem = { guid?: string; title: string; text?: string; link?: string; date?: string };

export type FeedServer = {
  url: string;
  /** What it serves from now on; a status other than 200 comes without items. */
  serve: (items: readonly ServedItem[], answer?: { status?: number; headers?: Record<string, string> }) => void;
  /** The headers of each request so far. */
  requests: IncomingHttpHeaders[];
};

/** A web server with one RSS feed, which keeps no test process alive; reading from this machine is allowed with it. */
export async function startFeedServer(items: readonly ServedItem[] = ITEMS): Promise<FeedServer> {
  process.env.DEBRIEF_OUTBOUND_ALLOW = "127.0.0.1";
  let body = rss(items);
  let status = 200;
  let headers: Record<string, string> = {};
  const requests: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    requests.push(request.headers);
    const etag = headers.etag;
    const isKnown = etag !== undefined && request.headers["if-none-match"] === etag;
    response.writeHead(isKnown ? 304 : status, { "Content-Type": "application/rss+xml", ...headers });
    response.end(isKnown || status !== 200 ? "" : body);
  });
  const { url } = await listen(server);
  server.unref();
  return {
    url: `${url}/feed.xml`,
    requests,
    serve: (next, answer = {}) => {
      body = rss(next);
      status = answer.status ?? 200;
      headers = answer.headers ?? {};
    },
  };
}

/** Three announcements of our own. */
export const ITEMS: readonly ServedItem[] = [
  {
    guid: "n-3",
    title: "Amazon S3 adds a quieter tier",
    text: "It costs 20% less.",
    link: "https://example.com/s3",
    date: "2030-01-03",
  },
  {
    guid: "n-2",
    title: "AWS Lambda is now available in the Asia Pacific (Seoul) Region",
    link: "https://example.com/seoul",
  },
  { guid: "n-1", title: "Amazon EC2 learns to whistle", text: "In preview.", link: "https://example.com/whistle" },
];

function rss(items: readonly ServedItem[]): string {
  const parts = items.map(({ guid, title, text, link, date }) =>
    [
      "<item>",
      element("guid", guid),
      element("title", title),
      element("description", text),
      element("link", link),
      element("pubDate", date),
      "</item>",
    ].join(""),
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News of the house</title>${parts.join("")}</channel></rss>`;
}

function element(name: string, text: string | undefined): string {
  if (text === undefined) return "";
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<${name}>${escaped}</${name}>`;
}
