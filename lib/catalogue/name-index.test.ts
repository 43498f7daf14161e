import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bestMatch, type Comparable, type Known } from "./matching";
import { closestNames, indexNames } from "./name-index";

describe("closestNames", () => {
  it("holds what comparing with every name would have found", () => {
    const word = fc.constantFrom("Lambda", "EBS", "gp3", "volumes", "containers", "container", "image", "10", "GB");
    const title = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const services = fc.subarray(["aws-lambda", "amazon-ebs"]);
    const name = fc.record({ title, services });
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 8 }), (wanted, others) => {
        const known = others.map((other, index) => announcement(`k${index}`, other));
        const candidate = { ...wanted, links: [], vendorId: null };

        expect(bestMatch(candidate, closestNames(indexNames(known), candidate))).toEqual(bestMatch(candidate, known));
      }),
    );
  });

  it("finds one among thousands about the same service", () => {
    const crowd = Array.from({ length: 5_000 }, (_, index) =>
      announcement(`k${index}`, { title: `Amazon EC2 instances in region ${index}`, services: ["amazon-ec2"] }),
    );
    const wanted = announcement("wanted", { title: "EC2 instances that hibernate", services: ["amazon-ec2"] });
    const index = indexNames([...crowd, wanted]);

    const found = closestNames(index, { ...wanted, title: "Hibernation for Amazon EC2 instances" });

    expect(found[0]?.id).toBe("wanted");
    expect(found.length).toBeLessThan(20);
  });

  it("gives a few where every word is common, and one of the same title whatever it is about", () => {
    const crowd = Array.from({ length: 1_000 }, (_, index) =>
      announcement(`k${index}`, {
        title: "Amazon EC2 instances",
        services: [index < 999 ? "amazon-ec2" : "aws-batch"],
      }),
    );
    const candidate: Comparable = { title: "EC2 instances", services: ["amazon-ec2"], links: [], vendorId: null };

    expect(closestNames(indexNames(crowd), candidate).length).toBeLessThan(20);
    expect(closestNames(indexNames(crowd.slice(999)), { ...candidate, services: [] })).toHaveLength(1);
  });
});

function announcement(id: string, given: Pick<Comparable, "title" | "services">): Known {
  return { id, ...given, links: [], vendorId: null };
}
