import assert from "node:assert/strict";
import { test } from "node:test";
import { readAdvisories } from "@bongsu/advisories";
import { normalizeName, type OsvEvent, osvRange, rangeIntervals, versionKey } from "@bongsu/versions";
import { readData, readDataZip, skipWithout } from "../../../../tests/data.ts";
import { osvEvents } from "./ranges.ts";
import { vulnerabilities } from "./vulnerabilities/index.ts";

const catalogue = "kev/known_exploited_vulnerabilities.json";

test("those said to be exploited are in CISA's catalogue, the others are not", { skip: skipWithout(catalogue) }, () => {
  const listed = new Map(readAdvisories(readData(catalogue)).exploited.map((entry) => [entry.id, entry.exploitation]));
  for (const { id, exploited } of vulnerabilities) {
    const { since, due, ransomware } = listed.get(id) ?? {};
    assert.deepEqual(
      { id, since, due, ransomware },
      { id, since: exploited?.since, due: exploited?.due, ransomware: exploited?.ransomware },
    );
  }
});

/** The parts of an OSV record that say which versions of what are affected. */
interface Record {
  id: string;
  aliases?: string[];
  related?: string[];
  affected: { package: { ecosystem: string; name: string }; ranges?: { type: string; events: OsvEvent[] }[] }[];
}

type NamesOf = (record: Record) => readonly string[];
const asItself: NamesOf = ({ id, aliases = [] }) => [id, ...aliases];
/** A distribution's advisory mends several vulnerabilities at once. */
const asOneOfSeveral: NamesOf = ({ related = [] }) => related;

/** The events that a database has for a package under a vulnerability's name. */
function eventsIn(
  records: readonly Record[],
  namesOf: NamesOf,
  id: string,
  ecosystem: string,
  name: string,
): OsvEvent[][] {
  const [base = ""] = ecosystem.split(":");
  return records
    .filter((record) => namesOf(record).includes(id))
    .flatMap(({ affected }) => affected)
    .filter((one) => one.package.ecosystem === ecosystem)
    .filter((one) => normalizeName(base, one.package.name) === normalizeName(base, name))
    .map(({ ranges = [] }) => ranges.filter(({ type }) => type !== "GIT").flatMap(({ events }) => events));
}

const recordsOf = (name: string): Record[] => {
  const decoder = new TextDecoder();
  return [...readDataZip(`osv/${name}/all.zip`).values()].map((bytes) => JSON.parse(decoder.decode(bytes)));
};

const claims = (ecosystem: string) =>
  vulnerabilities.flatMap(({ id, affected }) =>
    Object.entries(affected[ecosystem] ?? {}).map(([name, intervals]) => ({ id, name, intervals })),
  );

for (const ecosystem of ["Go", "PyPI"]) {
  test(`ranges of ${ecosystem} are those of its database`, { skip: skipWithout(`osv/${ecosystem}/all.zip`) }, () => {
    const records = recordsOf(ecosystem);
    const bounds = (events: readonly OsvEvent[]) =>
      rangeIntervals(osvRange(ecosystem, events)).map(({ low, high }) => [low?.key ?? null, high?.key ?? null]);
    let compared = 0;
    for (const { id, name, intervals } of claims(ecosystem)) {
      for (const events of eventsIn(records, asItself, id, ecosystem, name)) {
        assert.deepEqual(bounds(osvEvents(intervals)), bounds(events), `${id} ${name}`);
        compared++;
      }
    }
    assert.ok(compared >= 15, `only ${compared} could be compared`);
  });
}

test("fixes of AlmaLinux are those that it shipped", { skip: skipWithout("osv/AlmaLinux/all.zip") }, () => {
  const records = recordsOf("AlmaLinux");
  for (const { id, name, intervals } of claims("AlmaLinux:9")) {
    const shipped = eventsIn(records, asOneOfSeveral, id, "AlmaLinux:9", name)
      .flat()
      .flatMap(({ fixed }) => fixed ?? []);
    const keys = new Set(shipped.map((version) => String(versionKey("AlmaLinux", version))));
    for (const { fixed } of osvEvents(intervals)) {
      if (fixed !== undefined) assert.ok(keys.has(String(versionKey("AlmaLinux", fixed))), `${id} ${name} ${fixed}`);
    }
  }
});
