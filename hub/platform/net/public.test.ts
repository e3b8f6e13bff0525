import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { allowList, mayReach } from "./public.ts";
import { parseAddress } from "./ranges.ts";
import { checkedTarget } from "./target.ts";

const none = allowList([]);
const reaches = (address: string, list = none) => mayReach("host.example", address, list);

/** First and last address of each block that is not the public internet's (IANA's special-purpose registries). */
const inside: [string, string][] = [
  ["0.0.0.0", "0.255.255.255"],
  ["10.0.0.0", "10.255.255.255"],
  ["100.64.0.0", "100.127.255.255"],
  ["127.0.0.0", "127.255.255.255"],
  ["169.254.0.0", "169.254.255.255"],
  ["172.16.0.0", "172.31.255.255"],
  ["192.0.0.0", "192.0.0.255"],
  ["192.0.2.0", "192.0.2.255"],
  ["192.88.99.0", "192.88.99.255"],
  ["192.168.0.0", "192.168.255.255"],
  ["198.18.0.0", "198.19.255.255"],
  ["198.51.100.0", "198.51.100.255"],
  ["203.0.113.0", "203.0.113.255"],
  ["224.0.0.0", "239.255.255.255"],
  ["240.0.0.0", "255.255.255.255"],
];

const number = (address: string): number => address.split(".").reduce((total, part) => total * 256 + Number(part), 0);
const dotted = (value: number): string => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");
const isInside = (value: number) => inside.some(([first, last]) => value >= number(first) && value <= number(last));
/** Blocks of the registry that are let alone or refused at choice: anycast services of others. */
const isEither = (value: number) =>
  ["192.175.48.", "192.31.196.", "192.52.193."].some((start) => dotted(value).startsWith(start));
const anyIpv4 = fc.oneof(
  fc.nat(0xffffffff),
  fc
    .constantFrom(
      ...inside.flatMap(([first, last]) => [number(first) - 1, number(first), number(last), number(last) + 1]),
    )
    .filter((value) => value >= 0 && value <= 0xffffffff),
);

test("an IPv4 address is reached exactly where it is public", () => {
  fc.assert(
    fc.property(anyIpv4, (value) => {
      fc.pre(!isEither(value));
      assert.equal(reaches(dotted(value)), !isInside(value), dotted(value));
    }),
    { numRuns: 5_000 },
  );
});

test("an IPv4 address inside stays inside in every dress of IPv6", () => {
  const dresses = [
    (address: string) => `::ffff:${address}`,
    (address: string) => `::${address}`,
    (address: string) => `64:ff9b::${address}`,
    (address: string) => `64:ff9b:1::${address}`,
    (address: string) => `::ffff:0:${address}`,
    (address: string) => `2002:${hex(address)}::1`,
    (address: string) => `2001:0:${hex(address)}::1`,
  ];
  const hex = (address: string) => {
    const value = number(address);
    return `${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
  };
  fc.assert(
    fc.property(anyIpv4.filter(isInside), fc.constantFrom(...dresses), (value, dress) => {
      const address = dress(dotted(value));
      assert.notEqual(parseAddress(address), null, address);
      assert.equal(reaches(address), false, address);
    }),
    { numRuns: 5_000 },
  );
});

test("of IPv6 only what is given out to the internet is reached", () => {
  const part = fc.nat(0xffff).map((value) => value.toString(16));
  fc.assert(
    fc.property(fc.array(part, { minLength: 8, maxLength: 8 }), (parts) => {
      const first = Number.parseInt(parts[0] ?? "", 16);
      if (first < 0x2000 || first > 0x3fff) assert.equal(reaches(parts.join(":")), false);
    }),
    { numRuns: 5_000 },
  );
  for (const outside of ["2606:4700:4700::1111", "2001:4860:4860::8888", "2400:cb00::1"]) {
    assert.equal(reaches(outside), true, outside);
  }
  const forbidden = ["::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1"];
  for (const address of [...forbidden, "3fff::1", "fec0::1", "100::1", "5f00::1"]) {
    assert.equal(reaches(address), false, address);
  }
});

test("what is no address is not reached", () => {
  fc.assert(fc.property(fc.string(), (text) => reaches(text) === (parseAddress(text) !== null && reaches(text))));
  for (const text of ["", "localhost", "0x7f.1", "2130706433", "017700000001", "8.8.8", "8.8.8.8 ", "8.8.8.8/0"]) {
    assert.equal(reaches(text), false, text);
  }
});

test("the administrator's list opens what it names and nothing else", () => {
  const list = allowList(["10.1.0.0/16", "misp.internal", "fd00::/8", "192.168.7.7"]);
  assert.deepEqual(
    ["10.1.2.3", "10.2.0.1", "::ffff:10.1.2.3", "fd12::1", "fe80::1", "192.168.7.7", "192.168.7.8"].map((address) =>
      reaches(address, list),
    ),
    [true, false, true, true, false, true, false],
  );
  assert.equal(mayReach("misp.internal", "172.16.0.9", list), true);
  assert.equal(mayReach("misp.internal.evil.example", "172.16.0.9", list), false);
});

const codeOf = (url: string, rules = {}): string => {
  try {
    checkedTarget(url, { allowed: none, http: true, ports: [], ...rules });
    return "taken";
  } catch (error) {
    assert.ok(error instanceof BongsuError);
    return error.code;
  }
};

test("an address in a URL is told in every spelling", () => {
  const spellings = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "127.0.0.1.",
    "１２７.0.0.1",
    "127。0。0。1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:0:0:1]",
    "169.254.169.254",
    "0xA9FEA9FE",
    "[fd00:ec2::254]",
    "%31%32%37.0.0.1",
    "0",
    "0.0.0.0",
  ];
  for (const spelling of spellings) assert.equal(codeOf(`https://${spelling}/`), "net.address-forbidden", spelling);
  assert.equal(codeOf("https://8.8.8.8/"), "taken");
  assert.equal(codeOf("https://[2606:4700:4700::1111]/"), "taken");
});

test("any spelling of an IPv4 address is judged as the address", () => {
  const octets = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
  const spelled = fc.tuple(anyIpv4, fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 }), fc.nat(3));
  const write = (value: number, base: number) =>
    base === 8 ? `0${value.toString(8)}` : base === 16 ? `0x${value.toString(16)}` : String(value);
  fc.assert(
    fc.property(spelled, ([value, bases, joined]) => {
      fc.pre(!isEither(value));
      const parts = octets(value);
      // The last parts may be written as one number.
      const head = parts.slice(0, 3 - joined);
      const tail = parts.slice(3 - joined).reduce((total, part) => total * 256 + part, 0);
      const host = [...head, tail].map((part, index) => write(part, bases[index] ?? 10)).join(".");
      assert.equal(codeOf(`https://${host}/`), isInside(value) ? "net.address-forbidden" : "taken", host);
    }),
    { numRuns: 3_000 },
  );
});

test("only the web's schemes and ports, and no password", () => {
  for (const bad of [
    "file:///etc/passwd",
    "gopher://a.example/",
    "ftp://a.example/",
    "javascript:alert(1)",
    "data:,x",
    "",
    "//a.example",
  ]) {
    assert.equal(codeOf(bad), "net.bad-url", bad);
  }
  assert.equal(codeOf("https://user:hunter2@a.example/"), "net.bad-url");
  assert.equal(codeOf("https://user@a.example/"), "net.bad-url");
  assert.equal(codeOf("http://a.example/", { http: false }), "net.not-encrypted");
  for (const port of [22, 25, 53, 445, 1024]) assert.equal(codeOf(`https://a.example:${port}/`), "net.port-forbidden");
  for (const port of [80, 443, 1025, 8443]) assert.equal(codeOf(`https://a.example:${port}/`), "taken");
  assert.equal(codeOf("https://a.example:636/", { ports: [636] }), "taken");
  assert.throws(
    () => checkedTarget("https://user:hunter2@a.example/", { allowed: none, http: true, ports: [] }),
    (error: Error) => !error.message.includes("hunter2"),
  );
});
