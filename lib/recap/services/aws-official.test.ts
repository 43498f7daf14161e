import { describe, expect, it } from "vitest";

import { CATEGORIES } from "../types";

import { officialRows } from "./aws-official";
import official from "./data/aws-official.json";
import { findServiceMentions, findServices } from "./find-services";
import { SERVICES } from "./gazetteer";

describe("the official names of AWS services", () => {
  it("say where they were read, and stand in order, once each", () => {
    expect(official.source).toMatch(/^@cloud-copilot\/iam-data@\d/);
    expect(official.license).toBe("MIT");
    expect(official.services.length).toBeGreaterThan(400);
    const prefixes = official.services.map(({ prefix }) => prefix);
    expect(prefixes).toEqual([...new Set(prefixes)].sort());
  });

  it("are each a service or begin with the name of one", () => {
    for (const { name } of official.services) {
      const [first] = findServiceMentions(name, "aws");

      expect({ name, start: first?.start, vendor: first?.service.vendor }).toEqual({ name, start: 0, vendor: "aws" });
      expect(CATEGORIES).toContain(first?.service.category);
      expect(first?.service.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it("that no row covers are services of their own, in the source's category", () => {
    const own = official.services.flatMap(({ name }) => SERVICES.find((service) => service.name === name) ?? []);
    const category = (name: string) => own.find((service) => service.name === name)?.category;

    expect(category("Amazon MQ")).toBe("serverless");
    expect(category("AWS Signer")).toBe("security");
    expect(category("AWS Supply Chain")).toBe("business-apps");
    expect(category("AmazonMediaImport")).toBe("media");
  });

  it("all have a category of ours, by rule", () => {
    // What AWS sorts under blockchain is the only kind we have no category for.
    expect(officialRows([]).other).toEqual(["Amazon Managed Blockchain", "Amazon QLDB"]);
  });
});

describe("AWS services that no package lists any more, or not yet", () => {
  it.each([
    ["Graviton5", "Amazon EC2"],
    ["Trainium3 UltraServers", "Amazon EC2"],
    ["C7gn instances", "Amazon EC2"],
    ["Outposts racks", "AWS Outposts"],
    ["Nova Forge", "Amazon Nova"],
    ["Kiro", "Kiro"],
    ["AgentCore Policy", "Amazon Bedrock AgentCore"],
    ["Q Developer", "Amazon Q Developer"],
    ["SWF", "Amazon SWF"],
    ["SimpleDB", "Amazon SimpleDB"],
    ["OpsWorks for Chef Automate", "AWS OpsWorks"],
    ["Cloud9", "AWS Cloud9"],
    ["Honeycode", "Amazon Honeycode"],
    ["RoboMaker", "AWS RoboMaker"],
  ])("%s is %s", (text, name) => {
    expect(new Set(findServices(text, "aws"))).toEqual(new Set([name]));
  });
});

describe("names AWS has changed", () => {
  it.each([
    ["CloudWatch Events", "Amazon EventBridge"],
    ["Amazon Elasticsearch Service", "Amazon OpenSearch Service"],
    ["AWS SSO", "AWS IAM Identity Center"],
    ["Kinesis Firehose", "Amazon Data Firehose"],
    ["Kinesis Data Analytics", "Amazon Managed Service for Apache Flink"],
    ["CodeWhisperer", "Amazon Q Developer"],
    ["Quick Suite", "Amazon QuickSight"],
    ["EC2 Container Service", "Amazon ECS"],
    ["Application Composer", "AWS Application Composer"],
    ["Infrastructure Composer", "AWS Application Composer"],
    ["AWS Greengrass", "AWS IoT Greengrass"],
    ["Managed Apache Cassandra Service", "Amazon Keyspaces"],
    ["AWS Fault Injection Simulator", "AWS Fault Injection Service"],
    ["Server Migration Service", "AWS Application Migration Service"],
    ["Project Kuiper", "Project Kuiper"],
    ["Amazon Leo", "Project Kuiper"],
  ])("%s is %s", (text, name) => {
    expect(findServices(text, "aws")).toEqual([name]);
  });
});
