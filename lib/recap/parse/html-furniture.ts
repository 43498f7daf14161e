import { attribute, type Element } from "./html-nodes";

/** Words that the class or id of a page's furniture is made of. */
const FURNITURE =
  /(?:^|[_-])(?:nav|navbar|navigation|navlinks|menu|submenu|sidebar|footer|breadcrumbs?|cookies?|cookiebar|consent|gdpr|onetrust|newsletter|subscribe|subscription|signup|sign-up|share|shares|sharing|sharedaddy|addtoany|social|socials|related|recommend(?:ed|ations?)?|pagination|pager|next-prev|prev-next|author-(?:bio|box|card|info|profile)|about-author|authorbox|byline|post-meta|entry-meta|meta|tags?|taglist|toc|table-of-contents|ad|ads|advert|advertisement|adsbygoogle|sponsor(?:ed)?|banner|promo|popup|modal|lightbox|skip-link|screen-reader-text|masthead|topbar|toolbar|widget-area|search-?form|login|copyright|colophon)(?:[_-]|$)/i;
/** What readers wrote, which may well be longer than the post. */
const RESPONSES =
  /(?:^|[_-])(?:comments?|commentlist|comment-?(?:list|form|area|thread|section)s?|disqus(?:_thread)?|respond|responses|utterances|giscus|webmentions?|trackbacks?|pingbacks?)(?:[_-]|$)/i;
/** Classes that say what a post is filed under or how a page is laid out, not what an element is. */
const FILED =
  /^(?:tag|category|cat|topic|term|hashtag|has|no|with|without|is|hide|show|layout|template|page-template)-/i;
/** A wrapper of the whole page, named for what it has beside its content. */
const WRAPPER = /(?:^|[_-])(?:wrap|wrapper|container|content|layout|body)$/i;
const TAGS = new Set(["nav", "footer", "aside", "form", "dialog"]);
const ROLES = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "complementary",
  "search",
  "dialog",
  "alertdialog",
  "menu",
]);
/** With more of the page's text than this, an element is no furniture, whatever it is called. */
const MOST = 0.5;
const NEARLY_ALL = 0.9;

/** True for menus, banners, share bars, comments and the like; `share` is the element's share of the page's text. */
export function isFurniture(element: Element, share: number): boolean {
  if (["html", "body", "main", "article"].includes(element.tagName)) return false;
  const names = namesOf(element);
  if (share < NEARLY_ALL && names.some((name) => RESPONSES.test(name))) return true;
  if (share > MOST) return false;
  if (TAGS.has(element.tagName) || ROLES.has(attribute(element, "role") ?? "")) return true;
  return names.some((name) => FURNITURE.test(name) && !WRAPPER.test(name));
}

function namesOf(element: Element): string[] {
  const classes = (attribute(element, "class") ?? "").split(/\s+/);
  return [...classes, attribute(element, "id") ?? ""].filter((name) => name !== "" && !FILED.test(name));
}
