import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bestMatch, similarity, type Comparable, type Known } from "./matching";

describe("similarity", () => {
  it("is between 0 and 1 and the same both ways round", () => {
    fc.assert(
      fc.property(titles(), titles(), (one, other) => {
        const likeness = similarity(one, other);

        expect(likeness).toBe(similarity(other, one));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is 1 for a title and itself, whatever it is made of", () => {
    fc.assert(fc.property(titles(), (title) => similarity(title, title) === 1));
  });

  it("does not depend on the order of words, on case or on the vendor's prefix", () => {
    expect(similarity("Container images for AWS Lambda", "lambda container images")).toBe(1);
  });

  it("does not depend on a space before a number", () => {
    expect(similarity("AWS Graviton 4", "Graviton4")).toBe(1);
  });

  it("is high for a name and the name with its explanation", () => {
    expect(similarity("AWS Proton", "Proton: templates for service deployment")).toBeGreaterThan(0.6);
  });

  it("is low for two things about one service", () => {
    expect(similarity("Lambda container images", "Lambda billed per millisecond")).toBeLessThan(0.6);
  });

  it("tells models apart by their numbers", () => {
    expect(similarity("Graviton2 processors", "Graviton4 processors")).toBeLessThan(0.6);
    expect(similarity("EBS gp3 volumes", "EBS io2 volumes")).toBeLessThan(0.6);
  });
});

describe("bestMatch", () => {
  it("finds a title again among others, whatever the titles are", () => {
    fc.assert(
      fc.property(titles(), fc.array(titles(), { maxLength: 5 }), (title, others) => {
        const known = [...others, title].map((each, index) => announcement({ id: `k${index}`, title: each }));

        const match = bestMatch(candidate({ title }), known);

        expect(match?.reason).toBe("same title");
        expect(
          known.filter(({ id }) => id === match?.announcementId).map((each) => similarity(each.title, title)),
        ).toEqual([1]);
      }),
    );
  });

  it("takes the vendor's id before a link, and a link before a title", () => {
    const links = ["https://aws.amazon.com/gp3"];
    const byId = announcement({ id: "id", title: "Something else", vendorId: "v1" });
    const byLink = announcement({ id: "link", title: "Another thing", links });
    const byTitle = announcement({ id: "title", title: "EBS gp3 volumes" });
    const wanted = candidate({ title: "EBS gp3 volumes", links, vendorId: "v1" });

    expect(bestMatch(wanted, [byTitle, byLink, byId])).toEqual({ announcementId: "id", reason: "same vendor id" });
    expect(bestMatch(wanted, [byTitle, byLink])).toEqual({ announcementId: "link", reason: "same link" });
    expect(bestMatch(wanted, [byTitle])).toEqual({ announcementId: "title", reason: "same title" });
  });

  it("chooses the closest title among announcements that share a link", () => {
    const links = ["https://aws.amazon.com/digest"];
    const known = [
      announcement({ id: "a", title: "Lambda container images", links }),
      announcement({ id: "b", title: "Lambda with 10 GB of memory", links }),
    ];

    const match = bestMatch(candidate({ title: "10 GB memory for Lambda functions", links }), known);

    expect(match).toEqual({ announcementId: "b", reason: "same link" });
  });

  it("suggests a similar title only with a service in common, and says how alike", () => {
    const known = [announcement({ id: "p", title: "Proton: service templates", services: ["aws-proton"] })];

    expect(bestMatch(candidate({ title: "AWS Proton", services: ["aws-proton"] }), known)?.reason).toMatch(
      /^same service and 0\.\d\d alike$/,
    );
    expect(bestMatch(candidate({ title: "AWS Proton", services: ["aws-lambda"] }), known)).toBeNull();
  });

  it("takes no vendor id for no match", () => {
    expect(bestMatch(candidate({ title: "One" }), [announcement({ id: "x", title: "Two" })])).toBeNull();
  });
});

function candidate(given: Partial<Comparable>): Comparable {
  return { title: "", services: [], links: [], vendorId: null, ...given };
}

function announcement(given: Partial<Known> & { id: string }): Known {
  return { ...candidate(given), id: given.id };
}

function titles() {
  const word = fc.constantFrom(
    "Lambda",
    "EBS",
    "gp3",
    "gp2",
    "volumes",
    "for",
    "AWS",
    "containers",
    "10",
    "GB",
    "Ünïcode",
  );
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
  return fc.oneof(words, fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }));
}
