import { describe, expect, it } from "vitest";

import { readRecap } from "../read";

import { parseHtml } from "./html";

/** An article in our own words; every page below is built around it. */
const ARTICLE = `<p>Three things from the AWS re:Invent 2023 keynote that our team should look at before the next quarter, in no particular order of importance.</p>
<h2 id="a"><a href="https://aws.amazon.com/about-aws/whats-new/2023/11/tape/">Amazon S3 Tape Tier</a> <a class="anchor" href="#a">#</a></h2>
<p>A new storage class, now generally available, that keeps objects on tape and costs 40% less than before, with retrieval in a day.</p>
<h2><a href="https://aws.amazon.com/about-aws/whats-new/2023/11/lamp/">AWS Lambda Lamps</a></h2>
<p>Announced in preview: functions that light a lamp when they fail, which is more useful than it sounds, at least in a small office.</p>
<h2><a href="https://aws.amazon.com/about-aws/whats-new/2023/11/box/">Amazon EC2 Box instances</a></h2>
<p>New instances in a box, coming soon, with as many cores as anybody could want and a handle at the side.</p>`;

const TITLES = ["Amazon S3 Tape Tier", "AWS Lambda Lamps", "Amazon EC2 Box instances"];

const MENU = `<ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li><li><a href="/blog">Blog</a></li><li><a href="/jobs">Jobs</a></li></ul>`;
const COMMENTS = `<p>Bob says: Amazon announced the new Amazon Aurora Sandwich, now available, and nobody tells me.</p><p>Eve says: I would rather have AWS Umbrella, launched last year.</p>`;
const RELATED = `<ul><li><a href="https://blog.example.com/announcing-amazon-rds-spoon">Announcing Amazon RDS Spoon</a></li><li><a href="https://blog.example.com/introducing-aws-fork">Introducing AWS Fork</a></li><li><a href="https://blog.example.com/knife">New: Amazon ECS Knife</a></li></ul>`;
const HEAD = `<head><meta charset="utf-8"><title>Three things | Example Blog</title><link rel="canonical" href="https://blog.example.com/three"></head>`;

const PAGES: Record<string, string> = {
  WordPress: `${HEAD}<body class="post-template-default single has-sidebar"><div id="page" class="site"><header class="site-header"><h1 class="site-title">Example Blog</h1><nav class="main-navigation">${MENU}</nav></header>
<div id="content" class="site-content content-sidebar-wrap"><div class="post-12 post type-post tag-share category-newsletter hentry"><h1 class="entry-title">Three things</h1><div class="entry-meta">By Ann on Monday</div><div class="entry-content">${ARTICLE}<div class="sharedaddy"><h3>Share this:</h3><a href="https://x.example/s">New tweet</a></div><div class="jp-relatedposts"><h3>Related</h3>${RELATED}</div></div></div>
<div id="comments" class="comments-area"><ol class="comment-list"><li>${COMMENTS}</li></ol></div></div><div id="secondary" class="widget-area"><h2>Recent Posts</h2>${RELATED}</div><footer class="site-footer">Amazon is a trademark. Announcing nothing new.</footer></div></body>`,
  Medium: `${HEAD}<body><div id="root"><div class="a b c"><div class="d e"><a href="/m/signin">Sign in</a><a href="/new">Write</a><a href="/s">Search</a></div></div><div class="f"><article><div class="g h"><section><div><div><h1>Three things</h1><div><a href="/@ann">Ann</a> · <button>Follow</button> 5 min read</div></div>${ARTICLE}</div></section></div></article></div><div class="i j"><h2>More from Ann</h2><div>${RELATED}</div></div><div class="k"><h2>Recommended from Medium</h2>${RELATED}</div></div></body>`,
  Ghost: `${HEAD}<body class="post-template"><div class="gh-viewport"><header id="gh-navigation" class="gh-navigation">${MENU}</header><main id="gh-main" class="gh-main"><article class="gh-article post tag-subscribe"><header class="gh-article-header gh-canvas"><h1 class="gh-article-title">Three things</h1></header><section class="gh-content gh-canvas">${ARTICLE}</section></article></main><section class="gh-container"><h2 class="gh-container-title">Read next</h2>${RELATED}</section><div class="gh-subscribe">Sign up for news of Amazon</div><footer class="gh-footer">${MENU}</footer></div></body>`,
  "Jekyll minima": `${HEAD}<body><header class="site-header"><div class="wrapper"><a class="site-title" href="/">Example</a><nav class="site-nav"><div class="trigger">${MENU}</div></nav></div></header><main class="page-content" aria-label="Content"><div class="wrapper"><article class="post h-entry" itemscope><header class="post-header"><h1 class="post-title p-name" itemprop="name headline">Three things</h1><p class="post-meta"><time datetime="2023-12-01T00:00:00+00:00" itemprop="datePublished">Dec 1, 2023</time></p></header><div class="post-content e-content" itemprop="articleBody">${ARTICLE}</div><div id="disqus_thread">${COMMENTS}</div></article></div></main><footer class="site-footer h-card">${MENU}</footer></body>`,
  "a vendor's blog": `${HEAD}<body><div class="aws-header">${MENU}</div><main role="main"><div class="blog-layout"><div class="row"><div class="col-9"><section class="blog-post" typeof="TechArticle"><h1 property="name headline">Three things</h1><footer class="blog-post-meta">by Ann</footer><section class="blog-post-content" property="articleBody">${ARTICLE}</section></section></div><div class="col-3"><aside><h3>Resources</h3>${RELATED}</aside></div></div></div></main><div class="cookie-consent"><p>We use cookies. Amazon announced a new cookie.</p></div></body>`,
  "divisions without names": `${HEAD}<body><div><div><a href="/">Home</a> <a href="/a">Announcing us</a> <a href="/b">New posts</a></div><div><div>Three things</div><div>${ARTICLE}</div><div><h4>You might also like</h4>${RELATED}</div><div><h4>2 Comments</h4>${COMMENTS}</div></div><div>${RELATED}</div></div></body>`,
  "tables for layout": `${HEAD}<body><table width="100%"><tr><td colspan="2"><a href="/">Home</a> | <a href="/n">Announcing</a> | <a href="/o">New</a></td></tr><tr><td width="150">${MENU}</td><td>${ARTICLE}</td></tr><tr><td colspan="2">Copyright</td></tr></table></body>`,
  "a page inside a form": `${HEAD}<body><form id="aspnetForm" action="x"><div class="nav">${MENU}</div><div class="body">${ARTICLE}</div></form></body>`,
};

describe("pages", () => {
  it.each(Object.entries(PAGES))("reads the article of %s and nothing beside it", (_name, body) => {
    const page = `<!DOCTYPE html><html lang="en">${body}</html>`;
    const { format, source, conference, announcements } = readRecap(page);
    const text = parseHtml(page)
      .blocks.map((block) => block.text)
      .join("\n");

    expect(format).toBe("html");
    expect(announcements.map(({ title, availability }) => [title, availability])).toEqual([
      [TITLES[0], "ga"],
      [TITLES[1], "preview"],
      [TITLES[2], "coming"],
    ]);
    expect(conference).toBe("AWS re:Invent 2023");
    expect(source).toMatchObject({ title: "Three things", url: "https://blog.example.com/three" });
    expect(text).not.toMatch(/Sandwich|Umbrella|Spoon|Fork|Knife|Jobs|cookie|trademark|^#$|tier #$/im);
    for (const { title, place } of announcements) expect(page.slice(place?.start, place?.end)).toContain(title);
  });

  it("takes facts from what pages say to machines", () => {
    const page = `<html><head><script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","headline":"Tape","author":[{"name":"Ann"},{"name":"Bob"}],"datePublished":"2023-12-01T10:00:00Z","url":"https://example.com/tape"}]}</script><link rel="canonical" href="javascript:go()"></head><body><p>Text</p></body></html>`;

    expect(parseHtml(page).facts).toEqual({
      title: "Tape",
      author: "Ann, Bob",
      url: "https://example.com/tape",
      publishedOn: "2023-12-01",
    });
  });

  it("keeps a data table's row together", () => {
    const page = "<html><body><table><tr><td>Tape</td><td><p>new</p></td></tr></table></body></html>";

    expect(parseHtml(page).blocks.map(({ kind, text }) => [kind, text])).toEqual([["item", "Tape | new"]]);
  });
});

describe("hostile pages", () => {
  it.each([
    ["a script", "<script>SECRET</script>"],
    ["a style", "<style>.x{content:'SECRET'}</style>"],
    ["a comment", "<!-- <p>SECRET</p> -->"],
    ["a template", "<template><p>SECRET</p></template>"],
    ["noscript", "<noscript><p>SECRET</p></noscript>"],
    ["a drawing", "<svg><title>SECRET</title><text>SECRET</text><foreignObject><p>SECRET</p></foreignObject></svg>"],
    ["a formula", "<math><mtext>SECRET</mtext></math>"],
    ["display none", '<p style="color:red; DISPLAY : none !important">SECRET</p>'],
    ["display none in disguise", '<p style="display:/**/none">SECRET</p>'],
    ["hidden visibility", "<div style='visibility:hidden'><p>SECRET</p></div>"],
    ["no font size", '<span style="font-size:0px">SECRET</span>'],
    ["a place off the screen", '<div style="position:absolute;left:-9999px">SECRET</div>'],
    ["a hidden attribute", "<div hidden>SECRET</div>"],
    ["a class that hides", '<p class="visually-hidden">SECRET</p>'],
    ["a button", "<button>SECRET</button>"],
    ["a text field", "<textarea>SECRET</textarea>"],
    ["a frame", '<iframe srcdoc="SECRET">SECRET</iframe>'],
    ["attributes", '<img alt="SECRET" src=x onerror="SECRET"><p title="SECRET" onclick="SECRET()">Text</p>'],
  ])("shows nothing of %s", (_name, html) => {
    const inside = ARTICLE.replace("Amazon S3 Tape Tier", `Amazon S3 Tape Tier${html}`).replace(
      "<p>A new",
      `${html}<p>A new`,
    );
    for (const source of [
      `<html><body>${inside}</body></html>`,
      `# Recap of re:Invent 2023\n\nHello *there*.\n\n${inside}`,
    ]) {
      const { announcements } = readRecap(source);
      expect(announcements.length).toBeGreaterThan(0);
      expect(JSON.stringify(announcements)).not.toContain("SECRET");
    }
  });

  it("shows nothing that the page's styles hide by class or id", () => {
    const style = "<style>a{} .q7, #z { display:none } /* .b{display:none} */</style>";
    const page = `<html><head>${style}</head><body><p class="q7">SECRET</p><p>One <i id="z">SECRET</i></p><p class="b">Two</p></body></html>`;

    expect(parseHtml(page).blocks.map(({ text }) => text)).toEqual(["One", "Two"]);
  });

  it("keeps what a rule hides on small screens or paper only, and what wide screens show", () => {
    const style = "<style>@media print { .a { display:none } } .b { display: block }</style>";
    const page = `<html><head>${style}</head><body><p class="a">One</p><p class="b">Two</p><p class="hidden md:block">Three</p></body></html>`;

    expect(parseHtml(page).blocks.map(({ text }) => text)).toEqual(["One", "Two", "Three"]);
  });

  it.each(["javascript:go()", " java\tscript:go()", "&#106;avascript:go()", "data:text/html,x", "vbscript:go()"])(
    "links to no %s",
    (url) => {
      const page = `<html><body>${ARTICLE.replaceAll(/https:[^"]*/g, url)}</body></html>`;
      const { announcements } = readRecap(page);

      expect(announcements.flatMap(({ links }) => links)).toEqual([]);
    },
  );
});
