import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findServiceMentions, findServices } from "./find-services";
import { SERVICES } from "./gazetteer";

describe("the gazetteer", () => {
  it("gives every service its own name and slug", () => {
    expect(new Set(SERVICES.map((service) => service.name)).size).toBe(SERVICES.length);
    expect(new Set(SERVICES.map((service) => service.slug)).size).toBe(SERVICES.length);
    expect(SERVICES.every((service) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(service.slug))).toBe(true);
  });

  it("finds every service by its own name", () => {
    for (const service of SERVICES)
      expect(findServices(`New: ${service.name}.`, service.vendor)).toEqual([service.name]);
  });

  it.each([
    ["Amazon EC2", "amazon-ec2"],
    ["AWS Lambda", "aws-lambda"],
    ["Amazon EBS", "amazon-ebs"],
    ["AWS X-Ray", "aws-x-ray"],
    ["Azure Kubernetes Service", "azure-kubernetes-service"],
  ])("gives %s the slug %s", (name, slug) => {
    expect(SERVICES.find((service) => service.name === name)?.slug).toBe(slug);
  });
});

describe("findServices", () => {
  it.each([
    ["gp3 volumes cost less than gp2", ["Amazon EBS"]],
    ["Move from EC2 to Graviton 2", ["Amazon EC2"]],
    ["AWS CloudWatch and Amazon Cloud Watch are one thing", ["Amazon CloudWatch"]],
    ["Elasticache and Sagemaker, spelt carelessly", ["Amazon ElastiCache", "Amazon SageMaker"]],
    ["S3's new tiers", ["Amazon S3"]],
    ["Aurora Limitless Database", ["Amazon Aurora"]],
    ["Lambda functions read DynamoDB", ["AWS Lambda", "Amazon DynamoDB"]],
    ["DocumentDB goes global on Azure", ["Azure Cosmos DB"]],
  ])("reads %s", (text, expected) => {
    expect(findServices(text)).toEqual(expected);
  });

  it("takes an everyday word for a service only in a post about its vendor", () => {
    expect(findServices("Grafana dashboards", "aws")).toEqual(["Amazon Managed Grafana"]);
    expect(findServices("Grafana dashboards", "kubernetes")).toEqual(["Grafana"]);
    expect(findServices("Config files and a northern aurora", null)).toEqual([]);
  });

  it("gives places that hold a name, in order and apart", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("S3", "Amazon", "EC2", "lambda", "functions", "é", " ", "-", "Aurora")),
        (parts) => {
          const text = parts.join("");
          const mentions = findServiceMentions(text, "aws");

          let end = 0;
          for (const mention of mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            end = mention.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
