import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { checkAddress } from "./address";
import { isAllowedAddress, isPublicAddress, parseAllowed } from "./networks";

const PRIVATE: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

const NOTHING = allowed("");

/** Some IPv4 address that is not public, as a number. */
const privateNumber = fc
  .tuple(fc.constantFrom(...PRIVATE), fc.nat(0xffff_ffff))
  .map(([[base, length], any]) => numberOf(base) + (any % 2 ** (32 - length)));

describe("isPublicAddress", () => {
  it.each(["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0"])(
    "takes %s for public",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each(["2606:4700:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])(
    "takes %s for public",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...["::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1", "100::1"],
    ...["2001:db8::1", "2001::1", "2002:7f00:1::", "2002:808:808::1", "64:ff9b:1::1", "::127.0.0.1", "3fff::1"],
    ...["", "localhost", "127.1", "1.1.1.1.", "1.1.1", "[::1]", "http://1.1.1.1"],
  ])("does not take %s for public", (address) => expect(isPublicAddress(address)).toBe(false));

  it("refuses private IPv4 addresses however they are written", () => {
    fc.assert(
      fc.property(privateNumber, (number) => {
        for (const address of embeddings(number)) expect(isPublicAddress(address), address).toBe(false);
        for (const host of spellings(number)) {
          expect(checkAddress(`http://${host}/feed`, NOTHING).ok, host).toBe(false);
        }
      }),
    );
  });

  it("treats an IPv4 address inside an IPv6 one as itself", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        for (const embedded of embeddings(numberOf(address))) {
          expect(isPublicAddress(embedded)).toBe(isPublicAddress(address));
        }
      }),
    );
  });
});

describe("parseAllowed", () => {
  it("reads hosts, addresses and networks", () => {
    const list = allowed("Feeds.example.com, 10.1.0.0/16 ::1,fd00::/8");

    expect([...list.hosts]).toEqual(["feeds.example.com"]);
    expect(["10.1.2.3", "::1", "fd12::9", "::ffff:10.1.2.3"].map((one) => isAllowedAddress(list, one))).toEqual(
      Array(4).fill(true),
    );
    expect(["10.2.0.1", "::2", "fe80::1", "feeds.example.com"].map((one) => isAllowedAddress(list, one))).toEqual(
      Array(4).fill(false),
    );
  });

  it.each(["10.0.0.0/33", "10.0.0/8", "300.1.1.1", "http://example.com", "example.com:80", "a b_c", "::1/129", "*"])(
    "refuses %s",
    (list) => expect(parseAllowed(list)).toBeNull(),
  );
});

function allowed(list: string) {
  const parsed = parseAllowed(list);
  if (!parsed) throw new Error(`refused: ${list}`);
  return parsed;
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function bytesOf(number: number): number[] {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
}

function embeddings(number: number): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = bytesOf(number);
  const high = (a * 256 + b).toString(16);
  const low = (c * 256 + d).toString(16);
  const dotted = `${a}.${b}.${c}.${d}`;
  return [
    dotted,
    `::ffff:${dotted}`,
    `::ffff:${high}:${low}`,
    `0:0:0:0:0:FFFF:${high}:${low}`,
    `64:ff9b::${high}:${low}`,
  ];
}

/** As browsers and C libraries read an IPv4 address: whole, with fewer parts, in octal, in hexadecimal. */
function spellings(number: number): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = bytesOf(number);
  return [
    String(number),
    `0x${number.toString(16)}`,
    `0${number.toString(8)}`,
    `${a}.${b * 65536 + c * 256 + d}`,
    [a, b, c, d].map((part) => `0x${part.toString(16)}`).join("."),
    [a, b, c, d].map((part) => `0${part.toString(8)}`).join("."),
    `${a}.${b}.${c}.${d}.`,
    `[::ffff:${a}.${b}.${c}.${d}]`,
    `%${"30"}x${number.toString(16)}`,
  ];
}
