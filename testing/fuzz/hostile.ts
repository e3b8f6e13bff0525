import { gzipSync } from "node:zlib";

/** What attackers, broken programs and other people's alphabets send where a text is expected. */
export const hostileTexts: readonly string[] = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\udfff\ud800",
  "\u202Eexe.txt\u2066",
  "\uFEFF\u200B\u2028\u2029",
  "a\r\nset-cookie: stolen=1\r\n\r\n<p>",
  "' or 1=1; drop table report; --",
  "%' escape '' --",
  "_%\\_%%",
  "$1 $$ \\x00 E'\\\\'",
  "../../../../etc/passwd",
  "..%2f..%2f%00",
  "%",
  "%zz%c0%af%00%0d%0a",
  "a/b?c#d;e=f",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: other people's templates
  "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}",
  '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
  "![x](javascript:alert(1)) [[x]]",
  "__proto__",
  "constructor",
  "toString",
  "=cmd|' /C calc'!A0",
  "null",
  "-1",
  "1e309",
  "NaN",
  "99999999999999999999999",
  "0x10",
  "true",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
  "0000-01-01T00:00:00Z",
  "+275760-09-13T00:00:00.000Z",
  "2026-02-30T25:61:61Z",
  "가나다라마바사 한글 ㄱㄴㄷ ᄒᆞᆫ글",
  "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "Z̷̢̛͎͕̜̤͇̰̈́̒́a".repeat(40),
  "x".repeat(201),
  "pkg:npm/%00@\0",
  "vers:npm/<1|>2|\0",
  "CVE-0000-0",
  "http://127.0.0.1:1/",
  "file:///etc/passwd",
];

/** Things where another kind of thing is expected. */
export const wrongValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  -(2 ** 63),
  [],
  [[]],
  [null],
  {},
  { toString: "x" },
  { $ne: null },
  { length: 1e9 },
  ["a", 1, {}],
];

const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url");

const sorts = [
  "name",
  "handle",
  "-changed",
  "-since",
  "-received",
  "-published",
  "-score",
  "-priority",
  "-number",
  "-at",
  "-created",
  "-requested",
  "-revision",
  "circle",
  "domain",
];

const positions: readonly unknown[][] = [
  [],
  [1],
  [null],
  ["x"],
  ["\0"],
  [{}],
  ["x", "x"],
  [1, "x"],
  ["2026-01-01T00:00:00.000Z", "x"],
  ["2026-01-01T00:00:00.000Z", "00000000-0000-7000-8000-000000000000"],
  [9e99, "00000000-0000-7000-8000-000000000000"],
  [null, null],
  [null, null, null],
  ["x", "x", "x"],
  [1, 1, "x", "x", "x"],
  [4, 1, "x", "x", "x", "x"],
];

/** Cursors that no list gave. */
export const hostileCursors: readonly string[] = [
  "x",
  "=",
  "A".repeat(500),
  cursor(),
  Buffer.from("[".repeat(300)).toString("base64url"),
  ...sorts.flatMap((sort) => positions.map((position) => cursor(sort, ...position))),
];

/** Bodies that are no JSON object, or one that should not be read. */
export const hostileBodies: readonly Uint8Array[] = [
  "",
  "{",
  "null",
  "[]",
  '"text"',
  "1e999",
  "{}garbage",
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}',
  `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
  `{"n":${"9".repeat(5000)}}`,
  '{"\\u0000":"\\ud800"}',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  "PK\u0003\u0004",
]
  .map((text) => new TextEncoder().encode(text))
  .concat(
    new Uint8Array([0xff, 0xfe, 0x7b, 0x00]),
    new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    new Uint8Array([0xed, 0xa0, 0x80]),
    new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]),
  );

/** A megabyte in one string. */
export const large: string = "m".repeat(1024 * 1024);

/** Small on the way, beyond every limit at home. */
export const bomb: Uint8Array = new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)));

/** What stands in headers that the hub reads. */
export const hostileHeaders: readonly Record<string, string>[] = [
  { "if-none-match": "*" },
  { "if-match": '"x"' },
  { "if-match": "*" },
  { "accept-language": "ko;q=nan,*;q=-1,,,;;" },
  { "accept-language": "x".repeat(4000) },
  { "x-forwarded-for": "1.1.1.1, ::ffff:1.2.3.4, x" },
  { "idempotency-key": "short" },
  { "idempotency-key": "k".repeat(300) },
  { "idempotency-key": "caf\u00e9-caf\u00e9-caf\u00e9" },
  { "idempotency-key": "same-key-for-all" },
  { "last-event-id": "-1" },
  { "last-event-id": "1e400" },
  { "last-event-id": "x" },
  { traceparent: "00-zz-zz-zz" },
  { traceparent: "00-00000000000000000000000000000000-0000000000000000-00" },
  { "user-agent": "\u00ff".repeat(600) },
  { "x-http-method-override": "DELETE" },
  { range: "bytes=0-0" },
  { expect: "nonsense" },
  { "sec-fetch-site": "cross-site" },
  { origin: "null" },
  { cookie: "bongsu.session_token=%E0%A4%A; =; a==;;" },
];
