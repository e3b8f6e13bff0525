import { smallestAggregate } from "@bongsu/markings";

/** One who stands behind figures, by the cells of the two tables that count him. `hidden`: the viewer does not see him by himself. */
export interface Counted {
  row: string;
  column: string;
  hidden: boolean;
}

/** The cells of both tables, and their common total, that must not be shown. */
export interface Suppressed {
  rows: ReadonlySet<string>;
  columns: ReadonlySet<string>;
  total: boolean;
}

/** So few that figures about them would be about each. */
const isFew = (count: number): boolean => count > 0 && count < smallestAggregate;

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

/** So many hidden ones in one row and column. */
export interface Group {
  row: string;
  column: string;
  count: number;
}

function groupsOf(counted: readonly Counted[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { row, column, hidden } of counted) {
    if (!hidden) continue;
    const group = groups.get(JSON.stringify([row, column])) ?? { row, column, count: 0 };
    groups.set(JSON.stringify([row, column]), { ...group, count: group.count + 1 });
  }
  return [...groups.values()];
}

/** What a reader can add up: each shown cell, and, where the total is shown, all others together. */
function unitsOf(names: readonly string[], suppressed: ReadonlySet<string>, total: boolean): string[][] {
  const shown = names.filter((name) => !suppressed.has(name)).map((name) => [name]);
  return total && suppressed.size > 0 ? [...shown, [...suppressed]] : shown;
}

/**
 * Looks for something to add up that is about a few, or else for a sum of rows that is a sum of columns and a few more, or the other way round; gives the cells of both. Every
 * set of rows is tried, against the columns that lie within it, and against those that it touches.
 */
function faultOf(hidden: readonly Group[], rows: string[][], columns: string[][]): Set<string> | null {
  const size = (test: (one: Group) => boolean) => sum(hidden.filter(test).map(({ count }) => count));
  const rowSizes = rows.map((row) => size((one) => row.includes(one.row)));
  const columnSizes = columns.map((column) => size((one) => column.includes(one.column)));
  const fewRow = rows.find((_, index) => isFew(rowSizes[index] ?? 0));
  const fewColumn = columns.find((_, index) => isFew(columnSizes[index] ?? 0));
  if (fewRow !== undefined) return new Set(fewRow.map(rowCell));
  if (fewColumn !== undefined) return new Set(fewColumn.map(columnCell));
  const common = columns.map((column) =>
    rows.map((row) => size((one) => row.includes(one.row) && column.includes(one.column))),
  );
  for (let chosen = 1; chosen < 2 ** rows.length; chosen += 1) {
    let [own, inside, within, touched] = [0, 0, 0, 0];
    for (let row = 0; row < rows.length; row += 1) if (isIn(chosen, row)) own += rowSizes[row] ?? 0;
    const insideOf = common.map((column) => {
      let count = 0;
      for (let row = 0; row < column.length; row += 1) if (isIn(chosen, row)) count += column[row] ?? 0;
      return count;
    });
    for (const [column, count] of insideOf.entries()) {
      inside += count;
      if (count === columnSizes[column]) within += count;
      if (count > 0) touched += columnSizes[column] ?? 0;
    }
    const [isHolding, isHeld] = [isFew(own - within), inside === own && isFew(touched - own)];
    if (!isHolding && !isHeld) continue;
    const involved = insideOf.map((count, column) => count > 0 && (isHeld || count === columnSizes[column]));
    return new Set([
      ...rows.filter((_, row) => isIn(chosen, row)).flatMap((row) => row.map(rowCell)),
      ...columns.filter((_, column) => involved[column]).flatMap((column) => column.map(columnCell)),
    ]);
  }
  return null;
}

const isIn = (chosen: number, index: number): boolean => ((chosen >> index) & 1) === 1;

const rowCell = (name: string): string => `row ${name}`;
const columnCell = (name: string): string => `column ${name}`;

/**
 * Which figures of two tables over the same organisations, and of their total, must stay unsaid, so that nobody learns
 * those of fewer than five whom he does not see: neither from a cell, nor from the total less the cells that are shown
 * (complementary suppression), nor from cells of one table less cells of the other. The smallest cells go first.
 */
export const suppress = (counted: readonly Counted[]): Suppressed => suppressGroups(groupsOf(counted));

/** The same, of those whom the viewer does not see, counted by row and column. */
export function suppressGroups(groups: readonly Group[]): Suppressed {
  const hidden = groups.filter(({ count }) => count > 0);
  const sizeOf = (test: (one: Group) => boolean) => sum(hidden.filter(test).map(({ count }) => count));
  const cells = [
    ...[...new Set(hidden.map(({ row }) => row))].map((name) => ({
      key: rowCell(name),
      size: sizeOf(({ row }) => row === name),
    })),
    ...[...new Set(hidden.map(({ column }) => column))].map((name) => ({
      key: columnCell(name),
      size: sizeOf(({ column }) => column === name),
    })),
  ].sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1));
  const rows = [...new Set(hidden.map(({ row }) => row))].sort();
  const columns = [...new Set(hidden.map(({ column }) => column))].sort();
  const gone = new Set(cells.filter(({ size }) => isFew(size)).map(({ key }) => key));
  const goneOf = (names: string[], cell: (name: string) => string) =>
    new Set(names.filter((name) => gone.has(cell(name))));
  let total = !isFew(sizeOf(() => true));
  for (;;) {
    const goneRows = goneOf(rows, rowCell);
    const goneColumns = goneOf(columns, columnCell);
    const fault = faultOf(hidden, unitsOf(rows, goneRows, total), unitsOf(columns, goneColumns, total));
    if (fault === null) return { rows: goneRows, columns: goneColumns, total: !total };
    const left = cells.filter(({ key }) => !gone.has(key));
    const next = left.find(({ key }) => fault.has(key)) ?? left[0];
    if (next === undefined) total = false;
    else gone.add(next.key);
  }
}
