// Pages that AWS translates carry the language as the first part of the path; docs pages as "de_de".
const AWS_LANGUAGES = /^(?:\/(?:ar|cn|de|en|es|fr|id|it|jp|ko|pt|ru|th|tr|tw|vi|[a-z]{2}_[a-z]{2}))+(?=\/|$)/i;
const AWS_HOSTS = new Set(["aws.amazon.com", "docs.aws.amazon.com"]);

const YOUTUBE_HOSTS = new Set(["youtube.com", "m.youtube.com", "youtube-nocookie.com"]);
const YOUTUBE_VIDEO = /^[\w-]{11}$/;

/**
 * The form in which two links to one page are equal: https, the host in lower case without "www.", no query, fragment
 * or trailing slash, and AWS pages without their language. A YouTube video, whose id stands in the query, becomes its
 * youtu.be address. Null for what is not a web address. Meant for comparing: show and open the link as it was given.
 */
export function canonicalUrl(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) return null;
  const host = url.hostname.replace(/\.$/, "").replace(/^(?:www\.)+(?=[^.]+\.)/, "");
  const video = YOUTUBE_HOSTS.has(host) ? youtubeVideo(url) : null;
  if (video) return `https://youtu.be/${video}`;
  const path = AWS_HOSTS.has(host) ? url.pathname.replace(AWS_LANGUAGES, "") : url.pathname;
  return `https://${host}${port(url)}${path.replace(/\/+$/, "")}`;
}

function youtubeVideo(url: URL): string | null {
  const [, kind = "", id = ""] = url.pathname.split("/");
  const video = kind === "watch" ? url.searchParams.get("v") : ["embed", "live", "shorts"].includes(kind) ? id : null;
  return video !== null && YOUTUBE_VIDEO.test(video) ? video : null;
}

/** Neither scheme's own port is kept, since http and https count as one. */
function port(url: URL): string {
  return ["", "80", "443"].includes(url.port) ? "" : `:${url.port}`;
}
