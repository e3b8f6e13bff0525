import type { Problem } from "@bongsu/base";
import { foldName } from "../compiled/names.ts";
import { matchingProblems } from "../problems.ts";
import type { Ignored } from "../result.ts";
import { type Named, namesComponent } from "./product.ts";

/** A decision to leave a vulnerability aside. */
export interface IgnoreEntry {
  /** Any name of the vulnerability. */
  id: string;
  /** A package URL, with or without a version, or a component's name; null: wherever it is found. */
  package: string | null;
  reason: string;
  /** The last day on which it counts (ISO date); null: without end. */
  until: string | null;
  file: string;
  path: string;
}

const fields = ["id", "package", "reason", "until"];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

/** True for a day of the calendar, as `2026-02-28`. */
function isDay(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The rule that an entry breaks; null if none. A member that is not known may be a misspelt one, so it is not passed over. */
function faultOf(entry: Record<string, unknown>): string | null {
  const stranger = Object.keys(entry).find((name) => !fields.includes(name));
  if (stranger !== undefined) return `unknown member "${stranger}"`;
  if (text(entry.id) === null) return "“id” is missing";
  if (text(entry.reason) === null) return "“reason” is missing";
  if (entry.package !== undefined && text(entry.package) === null) return "“package” is not a text";
  if (entry.until !== undefined && !isDay(text(entry.until) ?? "")) return "“until” is not a date";
  return null;
}

/**
 * Reads an ignore file, `{ "ignore": [{ id, package?, reason, until? }] }`, as parsed from JSON. An entry that cannot be
 * used is reported and does not count.
 */
export function readIgnore(value: unknown, file: string): { entries: IgnoreEntry[]; problems: Problem[] } {
  const list = isObject(value) ? value.ignore : undefined;
  if (!Array.isArray(list)) {
    const rule = "“ignore” is not a list";
    return {
      entries: [],
      problems: [matchingProblems.problem("matching.ignore-invalid", { rule }, { file, path: "" })],
    };
  }
  const entries: IgnoreEntry[] = [];
  const problems: Problem[] = [];
  for (const [index, entry] of list.entries()) {
    const path = `/ignore/${index}`;
    const rule = isObject(entry) ? faultOf(entry) : "it is not an object";
    if (rule !== null || !isObject(entry)) {
      problems.push(matchingProblems.problem("matching.ignore-invalid", { rule: rule ?? "" }, { file, path }));
      continue;
    }
    const { id, reason } = { id: text(entry.id) ?? "", reason: text(entry.reason) ?? "" };
    entries.push({ id, package: text(entry.package), reason, until: text(entry.until), file, path });
  }
  return { entries, problems };
}

const hasExpired = ({ until }: IgnoreEntry, today: string | undefined): boolean =>
  until !== null && today !== undefined && until < today;

function namesPackage(wanted: string | null, named: Named): boolean {
  if (wanted === null) return true;
  const { component } = named;
  if (wanted.startsWith("pkg:"))
    return namesComponent({ package: null, purl: wanted, cpe: null, product: null }, null, named);
  const full = component.group === null ? null : `${component.group}/${component.name}`;
  return [component.name, full, component.identity?.name].includes(wanted);
}

/** The entries of ignore files, with what became of each. */
export class IgnoreList {
  private readonly live: IgnoreEntry[];
  private readonly expired: IgnoreEntry[];
  private readonly used = new Set<IgnoreEntry>();

  constructor(entries: readonly IgnoreEntry[], today: string | undefined) {
    this.live = entries.filter((entry) => !hasExpired(entry, today));
    this.expired = entries.filter((entry) => hasExpired(entry, today));
  }

  /** The decision about a vulnerability (by all its names) in a component; null if there is none. */
  decide(names: readonly string[], named: Named): Ignored | null {
    const folded = names.map(foldName);
    const entry = this.live.find((one) => folded.includes(foldName(one.id)) && namesPackage(one.package, named));
    if (entry === undefined) return null;
    this.used.add(entry);
    return { reason: entry.reason, until: entry.until };
  }

  /** What has to be said: decisions that ended, and decisions about nothing. */
  problems(): Problem[] {
    const ended = this.expired.map(({ id, until, file, path }) =>
      matchingProblems.problem("matching.ignore-expired", { id, until: until ?? "" }, { file, path }),
    );
    const unused = this.live
      .filter((entry) => !this.used.has(entry))
      .map(({ id, file, path }) => matchingProblems.problem("matching.ignore-unused", { id }, { file, path }));
    return [...ended, ...unused];
  }
}
