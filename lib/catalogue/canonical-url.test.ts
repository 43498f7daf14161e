import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { canonicalUrl } from "./canonical-url";

describe("canonicalUrl", () => {
  it.each([
    ["http://AWS.Amazon.com/proton/", "https://aws.amazon.com/proton"],
    ["https://www.example.com/post/?utm_source=feed#comments", "https://example.com/post"],
    ["https://example.com", "https://example.com"],
    ["https://example.com:8443/a/", "https://example.com:8443/a"],
    ["http://example.com:443/a", "https://example.com/a"],
    ["https://someone:secret@example.com./a", "https://example.com/a"],
    ["https://www.com/a", "https://www.com/a"],
  ])("folds %s", (given, expected) => {
    expect(canonicalUrl(given)).toBe(expected);
  });

  it.each([
    [
      "https://aws.amazon.com/jp/about-aws/whats-new/2020/12/a-launch/",
      "https://aws.amazon.com/about-aws/whats-new/2020/12/a-launch",
    ],
    ["https://aws.amazon.com/de", "https://aws.amazon.com"],
    ["https://docs.aws.amazon.com/fr_fr/lambda/", "https://docs.aws.amazon.com/lambda"],
    ["https://aws.amazon.com/ai/", "https://aws.amazon.com/ai"],
    ["https://aws.amazon.com/ec2/graviton/", "https://aws.amazon.com/ec2/graviton"],
    ["https://example.com/de/post", "https://example.com/de/post"],
  ])("folds the language of AWS pages and of no others: %s", (given, expected) => {
    expect(canonicalUrl(given)).toBe(expected);
  });

  it("keeps the case of a path, which other hosts tell apart", () => {
    expect(canonicalUrl("https://Example.com/Read/Me")).toBe("https://example.com/Read/Me");
  });

  it.each([
    "https://www.youtube.com/watch?v=AbCdEf12_-9&t=60s",
    "https://youtube.com/watch?feature=share&v=AbCdEf12_-9",
    "https://m.youtube.com/live/AbCdEf12_-9?si=x",
    "https://www.youtube.com/embed/AbCdEf12_-9",
    "https://youtu.be/AbCdEf12_-9?si=x",
  ])("knows a video by its id: %s", (given) => {
    expect(canonicalUrl(given)).toBe("https://youtu.be/AbCdEf12_-9");
  });

  it("does not take a malformed video id for a video", () => {
    expect(canonicalUrl("https://www.youtube.com/watch?v=../../x")).toBe("https://youtube.com/watch");
  });

  it.each(["", "proton", "/proton", "mailto:a@example.com", "javascript:alert(1)", "https://"])(
    "has none for %j",
    (given) => {
      expect(canonicalUrl(given)).toBeNull();
    },
  );

  it("changes nothing the second time, and leaves no query, fragment or trailing slash", () => {
    const host = fc.constantFrom(
      "aws.amazon.com",
      "docs.aws.amazon.com",
      "www.youtube.com",
      "www.www.example.com",
      "www.com",
    );
    const part = fc.oneof(fc.constantFrom("", "de", "jp", "en_us", "watch", "live", "..", "%2e", "WWW"), fc.string());
    const address = fc
      .tuple(fc.constantFrom("http", "https"), host, fc.array(part, { maxLength: 5 }), fc.webQueryParameters())
      .map(([scheme, name, path, query]) => `${scheme}://${name}/${path.join("/")}?${query}`);

    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true })), (given) => {
        const once = canonicalUrl(given);

        fc.pre(once !== null);
        expect(canonicalUrl(once ?? "")).toBe(once);
        expect(once).toMatch(/^https:\/\/[^?#]*[^?#/]$/);
      }),
      { numRuns: 1000 },
    );
  });
});
