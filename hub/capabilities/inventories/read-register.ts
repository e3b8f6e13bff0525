import type { Problem } from "@bongsu/base";
import { type AssetKind, assetKinds, assetTag, criticalities, networks } from "@bongsu/contracts";
import type { Criticality, Network } from "./assets.ts";
import { type CsvRow, readCsv } from "./csv.ts";
import { inventoryProblems } from "./problems.ts";

/** The columns of a register, in their order; an import leaves the last five aside. */
export const registerColumns = [
  "name",
  "kind",
  "description",
  "criticality",
  "network",
  "owner",
  "groups",
  "tags",
  "fresh_days",
  "id",
  "freshness",
  "checked_at",
  "components",
  "sbom_revision",
] as const;

/** What a row says of an asset; undefined where it says nothing. */
export interface RegisterRow {
  line: number;
  name: string;
  kind?: AssetKind;
  description?: string;
  criticality?: Criticality;
  network?: Network;
  /** E-mail address in small letters; null: nobody. */
  owner?: string | null;
  groups?: string[];
  tags?: string[];
  freshDays?: number | null;
}

/** Rows of one register. */
const mostRows = 20_000;

const bytes = 20 * 2 ** 20;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const plain = /^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+$/u;

const unreadable = (row: number, column: string) =>
  inventoryProblems.error("inventories.invalid-register", { row, column });

function textOf(document: Uint8Array): string {
  if (document.length > bytes) throw unreadable(mostRows, `> ${bytes / 2 ** 20} MiB`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(document);
  } catch {
    throw unreadable(1, "UTF-8");
  }
}

/** What stands under each column of a row, and what was wrong with it. */
class Cells {
  readonly problems: Problem[] = [];
  readonly #line: number;
  readonly #values: Map<string, string>;

  constructor({ line, fields }: CsvRow, columns: readonly string[]) {
    this.#line = line;
    this.#values = new Map(columns.map((column, index) => [column, fields[index] ?? ""]));
  }

  /** The cell; undefined where the register has no such column. */
  text(column: string): string | undefined {
    return this.#values.get(column);
  }

  refuse(column: string, value: string, known: string): undefined {
    this.problems.push(
      inventoryProblems.problem(
        "inventories.register-row",
        { row: this.#line, column, value, known },
        { line: this.#line },
      ),
    );
  }

  word<Word extends string>(column: string, table: Record<Word, unknown>): Word | undefined {
    const value = this.text(column)?.toLowerCase() ?? "";
    if (value === "") return undefined;
    if (Object.hasOwn(table, value)) return value as Word;
    return this.refuse(column, value, Object.keys(table).join(", "));
  }

  list(column: string): string[] | undefined {
    const value = this.text(column);
    return value?.split(";").flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
  }
}

function tagsOf(cells: Cells): string[] | undefined {
  const tags = cells.list("tags")?.flatMap((written) => {
    const read = assetTag.safeParse(written);
    if (!read.success) cells.refuse("tags", written, "a-word, another");
    return read.success ? [read.data] : [];
  });
  if (tags === undefined || tags.length <= 30) return tags;
  return cells.refuse("tags", String(tags.length), "≤ 30");
}

function groupsOf(cells: Cells): string[] | undefined {
  const groups = cells.list("groups")?.filter((name) => {
    const fits = plain.test(name) && name.length <= 100;
    if (!fits) cells.refuse("groups", name, "1–100");
    return fits;
  });
  if (groups === undefined || groups.length <= 30) return groups;
  return cells.refuse("groups", String(groups.length), "≤ 30");
}

function daysOf(cells: Cells): number | null | undefined {
  const written = cells.text("fresh_days");
  if (written === undefined || written === "") return written === undefined ? undefined : null;
  const days = Number(written);
  return /^\d{1,4}$/.test(written) && days >= 1 && days <= 3_650 ? days : cells.refuse("fresh_days", written, "1–3650");
}

function descriptionOf(cells: Cells): string | undefined {
  const written = cells.text("description");
  if (written === undefined || (written.length <= 1_000 && !/[\0\ud800-\udfff]/u.test(written))) return written;
  return cells.refuse("description", written, "≤ 1000");
}

/** Without what nothing was said of. */
const said = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;

function rowOf(
  row: CsvRow,
  columns: readonly string[],
  seen: Set<string>,
): { row: RegisterRow | null; problems: Problem[] } {
  const cells = new Cells(row, columns);
  const name = cells.text("name") ?? "";
  if (!plain.test(name) || name.length > 200 || seen.has(name)) {
    cells.refuse("name", name, "1–200, once");
    return { row: null, problems: cells.problems };
  }
  seen.add(name);
  const owner = cells.text("owner")?.toLowerCase();
  const read = {
    line: row.line,
    name,
    kind: cells.word("kind", assetKinds),
    description: descriptionOf(cells),
    criticality: cells.word("criticality", criticalities),
    network: cells.word("network", networks),
    owner: owner === "" ? null : owner,
    groups: groupsOf(cells),
    tags: tagsOf(cells),
    freshDays: daysOf(cells),
  };
  return { row: said(read) as RegisterRow, problems: cells.problems };
}

/**
 * Reads a register of assets. What cannot be taken of a row is left out and said, with its line. Throws
 * `inventories.invalid-register` where it cannot be read at all.
 */
export function readRegister(document: Uint8Array): { rows: RegisterRow[]; problems: Problem[] } {
  const lines = readCsv(textOf(document));
  if (lines === null) throw unreadable(1, '"');
  const [head, ...rest] = lines;
  const columns = (head?.fields ?? []).map((column) => column.toLowerCase().replaceAll(/[\s-]+/g, "_"));
  if (!columns.includes("name")) throw unreadable(1, "name");
  if (rest.length > mostRows) throw unreadable(mostRows, `> ${mostRows}`);
  const seen = new Set<string>();
  const read = rest.map((row) => rowOf(row, columns, seen));
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}
