import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cefHeader, cefLine, cefSeverity, cefValue } from "./cef.ts";
import type { AuditRecord } from "./entry.ts";

const entry: AuditRecord = {
  actor: "00000000-0000-7000-8000-00000000000a",
  actorKind: "person",
  actorName: "김하나 = a|b\\c",
  address: "192.0.2.7",
  at: "2026-11-20T00:00:01.500000Z",
  details: { note: "a=b\nc" },
  hash: "0".repeat(64),
  id: "00000000-0000-7000-8000-00000000000b",
  key: null,
  marking: "RED",
  number: 7,
  operation: "sharing.showReport",
  organisation: null,
  outcome: "denied",
  previous: null,
  problem: "http.not-permitted",
  request: null,
  session: null,
  subject: "r|1=2",
  subjectKind: "report",
};

/** Reads an event as a collector does: seven header fields, then keys and values, with the escapes taken out. */
function readCef(line: string): { header: string[]; extension: Record<string, string> } {
  const header: string[] = [];
  let field = "";
  let at = 0;
  for (; header.length < 7; at += 1) {
    const character = line[at] ?? "|";
    if (character === "\\") field += line[++at] ?? "";
    else if (character === "|") {
      header.push(field);
      field = "";
    } else field += character;
  }
  const rest = line.slice(at);
  const starts = [...rest.matchAll(/(?:^| )([A-Za-z0-9]+)=/g)];
  const extension = starts.map((match, index) => {
    const value = rest.slice(match.index + match[0].length, starts[index + 1]?.index ?? rest.length);
    return [
      match[1] ?? "",
      value.replace(/\\(.)/g, (_, escaped) => ({ n: "\n", r: "\r" })[escaped as string] ?? escaped),
    ];
  });
  return { header, extension: Object.fromEntries(extension) };
}

test("an event says what the entry says", () => {
  const { header, extension } = readCef(cefLine(entry, { hub: "hub|1", version: "0.1.0" }));
  assert.deepEqual(header, ["CEF:0", "Bongsu", "Hub", "0.1.0", "sharing.showReport", "sharing.showReport denied", "8"]);
  assert.deepEqual(extension, {
    rt: String(Date.UTC(2026, 10, 20, 0, 0, 1, 500)),
    deviceExternalId: "hub|1",
    externalId: "7",
    act: "sharing.showReport",
    outcome: "failure",
    reason: "http.not-permitted",
    suid: entry.actor,
    suser: entry.actorName,
    spriv: "person",
    src: "192.0.2.7",
    cs2Label: "Subject",
    cs2: "report/r|1=2",
    cs3Label: "Marking",
    cs3: "RED",
    cs6Label: "Hash",
    cs6: entry.hash,
    msg: '{"note":"a=b\\nc"}',
  });
});

test("an address of version 6 has a field of its own, and none is made up", () => {
  const { extension } = readCef(cefLine({ ...entry, address: "2001:db8::1" }, { hub: "h", version: "1" }));
  assert.deepEqual([extension.src, extension.c6a2], [undefined, "2001:db8::1"]);
  const none = readCef(cefLine({ ...entry, address: "console" }, { hub: "h", version: "1" })).extension;
  assert.deepEqual([none.src, none.c6a2], [undefined, undefined]);
});

const visible = (text: string, lines: boolean): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (one) => (lines && /[\r\n]/.test(one) ? one : " "));

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom("\\", "|", "=", "\n", "\r", " ", "\0", "\u2028", "a=", "한"),
    fc.string({ maxLength: 2 }),
  ),
});

test("whatever the texts hold, an event is one line, and comes apart as it was put together", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (header, value, other) => {
      const line = `CEF:0|v|p|1|${cefHeader(header)}|n|3|suser=${cefValue(value)} msg=${cefValue(other)}`;
      assert.doesNotMatch(line, /[\r\n\u2028\u2029]/);
      const read = readCef(line);
      assert.equal(read.header[4], visible(header, false));
      assert.deepEqual(read.extension, { suser: visible(value, true), msg: visible(other, true) });
    }),
  );
});

test("what is refused weighs more than what is done, and marked material more than other", () => {
  const severity = (outcome: string, marking: string | null) => cefSeverity({ outcome, marking });
  const ascending = [
    severity("done", null),
    severity("failed", null),
    severity("done", "AMBER"),
    severity("denied", "GREEN"),
    severity("denied", "RED"),
  ];
  assert.deepEqual(ascending, [3, 4, 5, 7, 8]);
});
