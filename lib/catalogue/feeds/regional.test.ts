import { describe, expect, it } from "vitest";

import { isRegionalExpansion } from "./regional";

describe("isRegionalExpansion", () => {
  it.each([
    "Widget Store is now available in the Asia Pacific (Seoul) Region",
    "Widget Store is Now Available in Asia Pacific (Hong Kong), and Middle East (Bahrain) regions",
    "Widget Store Available In 11 Additional Regions",
    "Widget Store is now available for Block Disks in 4 additional regions",
    "Widget Store (Preview) is now available in 15 additional AWS Regions",
    "Widgets featuring Gadget processors are now available in additional regions",
    "Widget Store is now available in AWS China (Ningxia) Region, operated by Somebody",
    "Widget Store now available in AWS GovCloud (US) Regions",
    "Widget Store is now available in Asia Pacific (Seoul)",
    "Widget Store is now available in three new regions - Asia Pacific (Sydney, Mumbai) and Canada (Central)",
    "Widget Store launches in Middle East (Bahrain) and Asia Pacific (Hong Kong) regions",
    "Widget Store expands to two more regions",
    "Widget Store expands its availability to new regions.",
    "Announcing Widget Store is available in the Europe (Paris) Region",
    "Generally Available: Widget VMs are now available in West US 3",
    "Widget VMs now available in Sweden Central",
  ])("catches %s", (title) => expect(isRegionalExpansion(title)).toBe(true));

  it.each([
    "Widget Store now supports cross-region replication",
    "Widget Store supports Gadgets in the Europe (Paris) Region",
    "Widget Store increases limits and is available in all regions",
    "Widget Store expands to new regions and updates its checks",
    "Widget Store is available in more regions with faster gadgets",
    "Widget Library is now available in 16 languages",
    "Widget Store is now available in preview",
    "Widget Store is now available in the Gadget console",
    "To launch a Region in Osaka",
    "Global and regional configuration of widgets",
    "Region",
    "",
  ])("leaves %j alone", (title) => expect(isRegionalExpansion(title)).toBe(false));
});
