import { describe, expect, it } from "vitest";

import { addressKey } from "./client-address";

describe("addressKey", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["198.51.100.1, 192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["", "unknown"],
    ["made up", "unknown"],
  ])("counts %s as %s", (forwarded, expected) => {
    expect(addressKey(new Headers({ "x-forwarded-for": forwarded }))).toBe(expected);
  });

  it("counts requests without an address together", () => {
    expect(addressKey(new Headers())).toBe("unknown");
  });
});
