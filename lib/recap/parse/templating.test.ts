import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseMarkdown } from "./markdown";
import { blankOutTemplating } from "./templating";

function texts(source: string): string[] {
  return parseMarkdown(source).blocks.map((block) => block.text);
}

describe("templating in Markdown", () => {
  it.each([
    ["Hugo's shortcodes", 'One {{< youtube id="x" >}}two {{% note %}}three{{% /note %}}', "One two three"],
    ["Liquid's tags and values", "One {% include a.html x='y' %}two {{ site.title | upcase }}three", "One two three"],
    ["a comment of Liquid", "One {% comment %}SECRET\n\nSECRET{% endcomment %}two", "One two"],
    ["attributes of kramdown", '[One](https://e.com/1){:target="_blank"} two', "One two"],
    ["an id of a heading", "## One two {#one-two}", "One two"],
    ["comments of MDX", "One {/* SECRET */}two", "One two"],
    ["WordPress shortcodes", '[caption id="a"]One[/caption] two', "One two"],
    ["notes of wikis", "One ![[SECRET.png]]two", "One two"],
    ["a script in a line", "One <script>\n\nSECRET()\n\n</script>two", "One two"],
    ["a span that is not shown", 'One <span style="display:none">SECRET <span>SECRET</span></span>two', "One two"],
    ["a comment over many letters", `One <!-- ${"SECRET ".repeat(500)}-->two`, "One two"],
    ["tags with signs in quotes", 'One <b title="a>b">two</b>', "One two"],
    ["characters that are not seen", "O\u200bn\u00ade \u202etwo\u2066", "One two"],
  ])("leaves out %s", (_name, source, expected) => {
    expect(texts(source).join(" ").replace(/\s+/g, " ")).toBe(expected);
  });

  it("leaves out what MDX imports, exports and draws", () => {
    const source = `import Box from '../box'
import {
  Lamp,
} from "lamps";

export const meta = {
  title: "SECRET",
};

# Tape

<Box onOpen={() => open("SECRET > x")} label='>'>

Kept <Lamp.Small on /> here.

</Box>

:::note

Also kept.
`;
    expect(texts(source)).toEqual(["Tape", "Kept here.", "Also kept."]);
  });

  it("keeps what only looks like templating", () => {
    for (const text of [
      "We import data from trucks.",
      "Export it: {a} or {b}.",
      "1 < 2 and A <B or C",
      "[gallery](https://e.com/)",
    ])
      expect(blankOutTemplating(text).text).toBe(text);
  });

  it("counts highlighted code as code", () => {
    const source =
      "{% highlight js %}\nSECRET\n{% endhighlight %}\n\n{{< highlight go >}}SECRET{{< /highlight >}}\n\nText";

    expect(parseMarkdown(source).codeBlocks).toBe(2);
    expect(texts(source)).toEqual(["Text"]);
  });

  it("keeps the length, whatever the text", () => {
    const piece = fc.constantFrom(
      "{{",
      "}}",
      "{%",
      "%}",
      "<",
      ">",
      "A",
      "/",
      "\n",
      "import ",
      "export const",
      "'",
      "{",
      "}",
      "<script>",
      "</script>",
      "[toc]",
      ":::",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join("");
        const { text } = blankOutTemplating(source);
        expect(text.length).toBe(source.length);
        expect(text.split("\n").length).toBe(source.split("\n").length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("front matter", () => {
  it.each([
    [
      "YAML",
      "---\ntitle: >-\n  Tape and\n  lamps\ntags: [a]\nauthor: Ann\ndate: 2020-12-01\nlink: https://e.com/1\n---\nText",
    ],
    [
      "TOML",
      '+++\ntitle = "Tape and lamps"\nauthor = \'Ann\'\ndate = 2020-12-01T10:00:00Z\nlink = "https://e.com/1"\n[extra]\ntitle = "SECRET"\n+++\nText',
    ],
    [
      "JSON",
      '{\n  "title": "Tape and lamps",\n  "author": ["Ann"],\n  "date": "2020-12-01",\n  "link": "https://e.com/1"\n}\nText',
    ],
  ])("is read as %s", (_name, source) => {
    const { facts, blocks } = parseMarkdown(source);

    expect(facts).toEqual({
      title: "Tape and lamps",
      author: "Ann",
      url: "https://e.com/1",
      publishedOn: "2020-12-01",
    });
    expect(blocks.map((block) => block.text)).toEqual(["Text"]);
  });

  it("has no address that leads nowhere or astray", () => {
    for (const url of ["/posts/1", "javascript:go()"])
      expect(parseMarkdown(`---\nurl: ${url}\n---\nText`).facts.url).toBeNull();
  });
});
