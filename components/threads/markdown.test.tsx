import fc from "fast-check";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { Markdown } from "./markdown";

describe("Markdown", () => {
  it("renders emphasis, code, lists, tables and links", () => {
    const html = render("**Yes**, `gp3`:\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nhttps://example.com/x");

    expect(html).toContain("<strong>Yes</strong>");
    expect(html).toContain("<code>gp3</code>");
    expect(html).toContain("<li>two</li>");
    expect(html).toContain("<td>2</td>");
    expect(html).toContain('<a href="https://example.com/x" rel="noopener nofollow ugc">https://example.com/x</a>');
  });

  it("shows HTML as the text it was typed as", () => {
    const html = render('<script>alert(1)</script>\n\n<img src=x onerror="alert(1)"> and <b>bold</b>');

    expect(tagsOf(html)).toEqual(["div", "p"]);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("&lt;b&gt;");
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#x6A;&#x61;vascript&#58;alert(1))",
    "[x](<\u0001javascript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://example.com/1)",
    "[x](//evil.example)",
    "[x](/sign-out)",
    "[x](#main)",
    "<javascript:alert(1)>",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    "![x](<data:image/svg+xml,<svg onload=alert(1)>>)",
    "[![x](data:,1)](javascript:alert(1))",
  ])("makes no link of %j", (text) => {
    expect(hrefsOf(render(text))).toEqual([]);
  });

  it("links web pages and mail", () => {
    expect(hrefsOf(render("[a](HTTPS://example.com) <mailto:a@example.com> ada@example.com"))).toEqual([
      "HTTPS://example.com",
      "mailto:a@example.com",
      "mailto:ada@example.com",
    ]);
  });

  it("loads no image: it stands there as a link with its description, or as text within a link", () => {
    expect(render("![A chart](https://tracker.example/pixel.png)")).toContain(
      '<a href="https://tracker.example/pixel.png" rel="noopener nofollow ugc">A chart</a>',
    );
    expect(render("[![A chart][1]](https://b.example)\n\n[1]: https://tracker.example/pixel.png")).toContain(
      '<a href="https://b.example" rel="noopener nofollow ugc">A chart</a>',
    );
  });

  it("puts headings below those of the page", () => {
    expect(tagsOf(render("# One\n\nTwo\n===\n\n###### Six"))).toEqual(["div", "h4", "h4", "h4"]);
  });

  it("has no controls and no identifiers, which would clash between comments", () => {
    const html = render("- [x] done\n- [ ] not\n\na[^1]\n\n[^1]: b");

    expect(tagsOf(html)).not.toContain("input");
    expect(html).toContain("☑ done");
    expect(attributesOf(html).map(({ name }) => name)).toEqual(["class"]);
  });

  it("makes nothing but harmless elements and addresses, whatever was typed", () => {
    const signs = ["<", ">", "[", "](", ")", "!", '"', "'", "\n", "\n\n", "`", "|", "- ", "# ", "\\", "x", " onerror="];
    const words = ["javascript:", "data:", "&#106;", "&colon;", "https://a.b", "<script>", "<img src=", "[^1]"];
    const hostile = fc.array(fc.constantFrom(...signs, ...words)).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), hostile), (typed) => {
        const html = render(typed);
        expect(html).not.toMatch(/<(script|img|iframe|svg|style|form|input|object)/i);
        for (const { name, value } of attributesOf(html)) {
          expect(["href", "rel", "class", "style", "start"]).toContain(name);
          if (name === "href") expect(value).toMatch(/^(https?|mailto):/i);
          if (name === "style") expect(value).toMatch(/^text-align:(left|center|right)$/);
          if (name === "class") expect(["markdown", "overflow-x-auto"]).toContain(value);
        }
      }),
    );
  });
});

function render(text: string): string {
  return renderToStaticMarkup(<Markdown text={text} />);
}

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(html: string): Element[] {
  const walk = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Element[] =>
    nodes.flatMap((node) => ("tagName" in node ? [node, ...walk(node.childNodes)] : []));
  return walk(parseFragment(html).childNodes);
}

function tagsOf(html: string): string[] {
  return elementsOf(html).map(({ tagName }) => tagName);
}

function attributesOf(html: string) {
  return elementsOf(html).flatMap(({ attrs }) => attrs);
}

function hrefsOf(html: string): string[] {
  return attributesOf(html).flatMap(({ name, value }) => (name === "href" || name === "src" ? [value] : []));
}
