import { orderOf } from "@bongsu/versions";
import { type RawBuilder, sql } from "kysely";
import { cpeValue, hashValue, licenceValue } from "./details.ts";
import { type NamedPackage, packageNamed, rangeNamed, withinRange } from "./named.ts";
import { inventoryProblems } from "./problems.ts";
import { supplierKey } from "./supplier-names.ts";
import { wordsBegin } from "./words.ts";

/** What components are looked for by; every part that is given must hold. */
export interface ComponentQuestion {
  search?: string | undefined;
  purl?: string | undefined;
  ecosystem?: string | undefined;
  range?: string | undefined;
  cpe?: string | undefined;
  hash?: string | undefined;
  supplier?: string | undefined;
  licence?: string | undefined;
}

/** The conditions of versions asked for, over package versions `v` of packages `p`. Throws `inventories.range-without-ecosystem`. */
export function versionsAsked(
  named: NamedPackage | null,
  { ecosystem, range }: Pick<ComponentQuestion, "ecosystem" | "range">,
): RawBuilder<unknown>[] {
  if (range === undefined) return named?.version == null ? [] : [sql`v.version = ${named.version}`];
  const read = rangeNamed(range, named?.ecosystem || ecosystem);
  if (read === null) throw inventoryProblems.error("inventories.range-without-ecosystem", { range });
  // Keys of different orders do not compare: no version of this package is within a range of another kind.
  if (named !== null && orderOf(named.ecosystem || "generic") !== orderOf(read.ecosystem)) return [sql`false`];
  return [withinRange(read), ...(named === null ? [sql`p.ecosystem = ${ecosystem ?? read.ecosystem}`] : [])];
}

/** The version that a CPE name gives; null where it gives any, or none. */
function cpeVersion(cpe: string): string | null {
  const parts = cpe.startsWith("cpe:2.3:") ? cpe.slice(8).split(/(?<!\\):/) : cpe.replace(/^cpe:\/?/, "").split(":");
  const version = (parts[3] ?? "").replace(/\\(.)/g, "$1");
  return /^[*-]?$/.test(version) ? null : version;
}

/** Marks asked for: kind and value. Throws `inventories.invalid-cpe`. */
function marksAsked({ cpe, hash, licence }: ComponentQuestion): [kind: string, value: string][] {
  const product = cpe === undefined ? null : cpeValue(cpe);
  if (cpe !== undefined && product === null) throw inventoryProblems.error("inventories.invalid-cpe", { cpe });
  return [
    ...(product === null ? [] : [["cpe", product] as [string, string]]),
    ...(hash === undefined ? [] : [["hash", hashValue(hash)] as [string, string]]),
    ...(licence === undefined ? [] : [["licence", licenceValue(licence)] as [string, string]]),
  ];
}

/** The same question over what can be matched (`p`, `v`, `u`) and over what cannot (`c`); null: none of these can be meant. */
export interface Conditions {
  matchable: RawBuilder<unknown>[] | null;
  unmatchable: RawBuilder<unknown>[] | null;
}

/**
 * Reads a question. Throws `inventories.search-too-wide` where nothing is asked for, `inventories.*`, and `versions.*`
 * for what cannot be read.
 */
export function conditionsOf(question: ComponentQuestion): Conditions {
  const { search, purl, ecosystem, range, cpe, supplier } = question;
  const named = purl === undefined ? null : packageNamed(purl);
  const marks = marksAsked(question);
  const words = search === undefined ? null : wordsBegin("p.name", search);
  const otherWords = search === undefined ? null : wordsBegin("c.name", search);
  const by = supplier === undefined ? null : (supplierKey(supplier) ?? "");
  if (words === null && purl === undefined && marks.length === 0 && by === null) {
    throw inventoryProblems.error("inventories.search-too-wide");
  }
  const version = cpe === undefined ? null : cpeVersion(cpe);
  const marked = (where: RawBuilder<unknown>) =>
    marks.map(
      ([kind, value]) =>
        sql`exists (select 1 from component_mark m where m.kind = ${kind} and m.value = ${value} and ${where})`,
    );
  const matchable =
    purl !== undefined && named === null
      ? null
      : [
          ...(named === null ? [] : [sql`p.id = ${named.id}`]),
          ...(words === null ? [] : [words]),
          ...(ecosystem === undefined ? [] : [sql`p.ecosystem = ${ecosystem}`]),
          ...versionsAsked(named, question),
          ...(version === null ? [] : [sql`v.version = ${version}`]),
          ...(by === null ? [] : [sql`u.supplier = ${by}`]),
          ...marked(
            sql`m.organisation = u.organisation and m.asset = u.asset and m.package_version = u.package_version`,
          ),
        ];
  const needsPackage = purl !== undefined || ecosystem !== undefined || range !== undefined;
  const unmatchable = needsPackage
    ? null
    : [
        ...(otherWords === null ? [] : [otherWords]),
        ...(version === null ? [] : [sql`c.version = ${version}`]),
        ...(by === null ? [] : [sql`c.supplier = ${by}`]),
        ...marked(sql`m.organisation = c.organisation and m.asset = c.asset and m.ordinal = c.ordinal`),
      ];
  return { matchable, unmatchable };
}
