import type { AdvisoryDocument, Subject, VexStatement } from "@bongsu/advisories";
import type { Problem } from "@bongsu/base";
import { identityOfKey, parseCpe, subjectKeys } from "@bongsu/matching";
import type { PackageIdentity } from "@bongsu/sbom";
import { packageIdentity, parsePurl, type VersionRange } from "@bongsu/versions";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { storableName } from "../../platform/database/document-texts.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { idOf } from "../../platform/ids.ts";
import { nameKey, storableAdvisories } from "../advisories/index.ts";
import { type Asset, ensurePackages, packageId, storableIdentity } from "../inventories/index.ts";
import { exposureProblems } from "./problems.ts";

/** For whom statements speak: everybody who has the product (a supplier's VEX), one organisation, or one of its assets. */
export interface StatementScope {
  organisation: string | null;
  asset: Asset | null;
}

export interface StatementChange {
  statements: number;
  problems: Problem[];
  /** Names of the vulnerabilities that they speak of, as keys. */
  names: string[];
}

interface Target {
  package: string;
  identity: PackageIdentity | null;
  version: string | null;
  low: Uint8Array | null;
  high: Uint8Array | null;
}

/** Which package a subject names, and which version of it: by its ecosystem's identity, else by its package URL or CPE name as they are. */
function named(subject: Subject): { identity: PackageIdentity; version: string | null } | null {
  const purl = subject.purl === null ? null : parsePurl(subject.purl);
  const known = purl === null ? null : packageIdentity(purl);
  const identity = subject.package ?? known?.identity ?? null;
  if (identity !== null) return { identity: storableIdentity(identity), version: known?.version ?? null };
  const [key] = subjectKeys(subject);
  if (key === undefined) return null;
  const version = subject.cpe === null ? undefined : parseCpe(subject.cpe)?.version;
  return {
    identity: storableIdentity(identityOfKey(key)),
    version: purl?.version ?? (version?.kind === "text" ? version.text : null),
  };
}

/** The versions of a range, as statements keep them: each that is listed, and each interval by its keys. */
export const rangeTargets = ({ versions, intervals }: VersionRange): Pick<Target, "version" | "low" | "high">[] => [
  ...versions.map((version) => ({ version: storableName(version), low: null, high: null })),
  ...intervals.map(({ low, high }) => ({
    version: null,
    low: low === null ? null : low.inclusive ? low.key : Uint8Array.of(...low.key, 0),
    high: high === null ? null : high.inclusive ? Uint8Array.of(...high.key, 0) : high.key,
  })),
];

/** The package and version that a subject names; the statement's range where it names no version. */
function targetsOf(subject: Subject, statement: VexStatement): Target[] {
  const found = named(subject);
  if (found === null) return [];
  const { identity, version } = found;
  const base = { package: packageId(identity), identity };
  if (version !== null) return [{ ...base, version: storableName(version), low: null, high: null }];
  if (statement.range === null) return [{ ...base, version: null, low: null, high: null }];
  return rangeTargets(statement.range).map((target) => ({ ...base, ...target }));
}

/** References within a BOM reach the asset whose inventory that BOM is. */
async function targetsOfRefs(database: Executor, asset: Asset, refs: readonly string[]): Promise<Target[]> {
  const { rows } = await sql<{ package: string; version: string }>`
    select v.package, v.version from component_use u join package_version v on v.id = u.package_version
    where u.organisation = ${asset.organisation} and u.asset = ${asset.id}
      and u.ref in (select ref from ${rowsAs(
        { ref: "text" },
        refs.map((ref) => ({ ref })),
      )} as named)
  `.execute(database);
  return rows.map((row) => ({ ...row, identity: null, low: null, high: null }));
}

const describeSubject = ({ purl, cpe, product }: Subject): string => purl ?? cpe ?? product?.name ?? "";

async function resolve(
  database: Executor,
  scope: StatementScope,
  statement: VexStatement,
  problems: Problem[],
): Promise<Target[]> {
  const [vulnerability = ""] = statement.vulnerabilities;
  if (statement.components.length > 0 && scope.asset === null) {
    problems.push(
      exposureProblems.problem("exposure.statement-needs-asset", { vulnerability }, { path: statement.path }),
    );
    return [];
  }
  const subjects = statement.components.length > 0 ? statement.components : statement.subjects;
  const targets = subjects.flatMap((subject) => targetsOf(subject, statement));
  if (scope.asset !== null) targets.push(...(await targetsOfRefs(database, scope.asset, statement.refs)));
  if (targets.length === 0) {
    const product = subjects.map(describeSubject).concat(statement.refs).join(", ");
    problems.push(
      exposureProblems.problem(
        "exposure.statement-without-package",
        { vulnerability, product },
        { path: statement.path },
      ),
    );
  }
  return targets;
}

const columns = {
  id: "uuid",
  organisation: "uuid",
  asset: "uuid",
  vulnerability: "text",
  package: "uuid",
  version: "text",
  low: "bytea",
  high: "bytea",
  status: "text",
  justification: "text",
  impact: "text",
  author: "text",
  at: "timestamptz",
  document: "text",
  imported_at: "timestamptz",
} as const;

/**
 * Takes the VEX statements of a document. Statements add up: where several speak of one product and vulnerability,
 * the newest counts. The same document again changes nothing.
 */
export async function takeStatements(
  transaction: Executor,
  scope: StatementScope,
  document: AdvisoryDocument,
  now: Date,
): Promise<StatementChange> {
  const storable = storableAdvisories(document);
  // The document's own problems its reader has told already.
  const problems = storable.problems.slice(document.problems.length);
  const rows: Record<keyof typeof columns, unknown>[] = [];
  const identities: PackageIdentity[] = [];
  const organisation = scope.asset?.organisation ?? scope.organisation;
  const asset = scope.asset?.id ?? null;
  for (const statement of storable.statements) {
    for (const target of await resolve(transaction, scope, statement, problems)) {
      if (target.identity !== null) identities.push(target.identity);
      for (const name of statement.vulnerabilities.map(nameKey)) {
        const about = [target.package, target.version ?? "", hex(target.low), hex(target.high)];
        const said = [statement.status, statement.justification ?? "", statement.at ?? "", statement.author ?? ""];
        rows.push({
          id: idOf("vex-statement", organisation ?? "", asset ?? "", statement.documentId, name, ...about, ...said),
          organisation,
          asset,
          vulnerability: name,
          package: target.package,
          version: target.version,
          low: target.low,
          high: target.high,
          status: statement.status,
          justification: statement.justification ?? statement.justificationText,
          impact: statement.impact,
          author: statement.author,
          at: statement.at === null || statement.at < "0001" ? null : statement.at,
          document: statement.documentId,
          imported_at: now,
        });
      }
    }
  }
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  await ensurePackages(transaction, identities);
  const { rows: added } = await sql<{ vulnerability: string }>`
    insert into vex_statement (${sql.join(Object.keys(columns).map((name) => sql.id(name)))})
    ${rowsAs(columns, unique)} on conflict do nothing returning vulnerability
  `.execute(transaction);
  return { statements: added.length, problems, names: [...new Set(added.map(({ vulnerability }) => vulnerability))] };
}

const hex = (key: Uint8Array | null): string => (key === null ? "" : Buffer.from(key).toString("hex"));
