import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { auditTrail, someDraft } from "../../../testing/audit-trail.ts";
import { onBothDatabases } from "../../../testing/databases.ts";
import type { AuditRecord } from "./entry.ts";
import { exportCef, exportEntries, exportJsonLines, makeCheckpoint, verifyExport } from "./index.ts";

onBothDatabases("an exported file is verified without the hub, whole and in parts", async (database) => {
  const trail = auditTrail(database);
  await trail.write(4);
  const inBetween = await makeCheckpoint(database, trail.maker);
  await trail.write(4, { details: { tiny: 1e-9, large: 1e300, text: '"\\\u2028<b>' } });
  const end = await makeCheckpoint(database, trail.maker);
  const lines = await trail.lines();
  const whole = await verifyExport(lines, { checkpoints: [inBetween, end], isSigned: trail.isSigned });
  assert.deepEqual(
    [whole.ok, whole.entries, whole.first, whole.last, whole.checkpoints, whole.notes],
    [true, 8, 1, 8, 2, []],
  );
  const rest = lines.slice(4);
  const part = await verifyExport(rest, { checkpoints: [inBetween, end], isSigned: trail.isSigned });
  assert.deepEqual([part.ok, part.first, part.notes], [true, 5, []]);
  const alone = await verifyExport(rest, { isSigned: trail.isSigned });
  assert.deepEqual([alone.ok, alone.notes.map(({ code }) => code)], [true, ["audit.begins-later"]]);
  const { faults } = await verifyExport(lines.slice(0, 6), { checkpoints: [end], isSigned: trail.isSigned });
  assert.deepEqual(
    faults.map(({ kind }) => kind),
    ["cut"],
  );
});

onBothDatabases("any tool verifies a line: without `hash`, its SHA-256 is `hash`", async (database) => {
  const trail = auditTrail(database);
  await trail.write(3, { actorName: '한 "글" \\ \n 끝 🙂', details: { b: 0.1, a: -5, 가: [true, null] } });
  let previous = "null";
  for (const line of await trail.lines()) {
    // The line is canonical: taking the member out of the text leaves the hashed text.
    const statement = line.replace(/"hash":"[0-9a-f]{64}",/, "");
    const hash = createHash("sha256").update(statement).digest("hex");
    assert.ok(line.includes(`"hash":"${hash}"`));
    assert.ok(line.includes(`"previous":${previous}`));
    previous = `"${hash}"`;
  }
});

/** Every change of one value, and every other order of the lines. */
const hand = fc.oneof(
  fc.record({ kind: fc.constant("value" as const), line: fc.nat(7), member: fc.nat(19), value: fc.jsonValue() }),
  fc.record({ kind: fc.constant("drop" as const), line: fc.nat(6) }),
  fc.record({ kind: fc.constant("twice" as const), line: fc.nat(7) }),
  fc.record({ kind: fc.constant("swap" as const), line: fc.nat(6) }),
  fc.record({
    kind: fc.constant("text" as const),
    line: fc.nat(7),
    at: fc.nat(100),
    text: fc.string({ minLength: 1 }),
  }),
);

function tampered(
  lines: readonly string[],
  given: typeof hand extends fc.Arbitrary<infer T> ? T : never,
): string[] | null {
  const copy = [...lines];
  const line = copy[given.line] ?? "";
  switch (given.kind) {
    case "value": {
      const entry = JSON.parse(line);
      const name = Object.keys(entry)[given.member] ?? "";
      if (JSON.stringify(entry[name]) === JSON.stringify(given.value)) return null;
      copy[given.line] = JSON.stringify({ ...entry, [name]: given.value });
      return copy;
    }
    case "drop":
      return copy.toSpliced(given.line, 1);
    case "twice":
      return copy.toSpliced(given.line, 0, line);
    case "swap":
      return copy.with(given.line, copy[given.line + 1] ?? "").with(given.line + 1, line);
    case "text": {
      copy[given.line] = line.slice(0, given.at) + given.text + line.slice(given.at);
      try {
        // The same values in other words say the same.
        return JSON.stringify(JSON.parse(copy[given.line] ?? "")) === line ? null : copy;
      } catch {
        return copy;
      }
    }
  }
}

onBothDatabases("whatever one hand changes in an exported file is found", async (database) => {
  const trail = auditTrail(database);
  await trail.write(8);
  const [checkpoints, lines] = [[await makeCheckpoint(database, trail.maker)], await trail.lines()];
  await fc.assert(
    fc.asyncProperty(hand, async (given) => {
      const file = tampered(lines, given);
      fc.pre(file !== null);
      const { ok, notes } = await verifyExport(file, { checkpoints, isSigned: trail.isSigned });
      // A file that begins later may be a later one: that is told, and is no fault.
      const beginsLater = notes.some(({ code }) => code === "audit.begins-later");
      assert.equal(ok, given.kind === "drop" && given.line === 0);
      assert.ok(!ok || beginsLater);
    }),
    { numRuns: 300 },
  );
});

test("an export may be anything, and is only ever found faulty", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json()), { minLength: 1 }), async (lines) => {
      fc.pre(lines.some((line) => line.trim() !== ""));
      const { ok, entries } = await verifyExport(lines, { isSigned: () => true });
      assert.deepEqual([ok, entries], [false, 0]);
    }),
  );
});

onBothDatabases("an export goes on where it stopped, within what one may read", async (database) => {
  const trail = auditTrail(database);
  const other = "00000000-0000-7000-8000-0000000000b2";
  for (let turn = 0; turn < 3; turn += 1) {
    await trail.write(2);
    await trail.write(1, { organisation: other });
  }
  const seen: AuditRecord[] = [];
  for (;;) {
    const range = { after: seen.at(-1)?.number ?? 0, limit: 2 };
    const before = seen.length;
    for await (const entry of exportEntries(database.kysely, "everything", range)) seen.push(entry);
    if (seen.length === before) break;
  }
  assert.deepEqual(
    seen.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  );
  const scope = { organisations: [other] };
  const lines: string[] = [];
  for await (const line of exportJsonLines(database.kysely, scope)) lines.push(line);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).number),
    [3, 6, 9],
  );
  const events: string[] = [];
  for await (const line of exportCef(database.kysely, scope, { hub: "h", version: "1" }, { after: 6 }))
    events.push(line);
  assert.equal(events.length, 1);
  assert.match(events[0] ?? "", /^CEF:0\|Bongsu\|Hub\|1\|sharing\.showReport\|.* externalId=9 .*\n$/);
  assert.ok(someDraft.subject);
});
