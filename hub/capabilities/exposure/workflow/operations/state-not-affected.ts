import { stateNotAffected as contract, type InputOf } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import type { Executor } from "../../../../platform/database/database.ts";
import { rowsAs } from "../../../../platform/database/rows.ts";
import { organisationSeen, rangeNamed } from "../../../inventories/index.ts";
import { lockMatching } from "../../locks.ts";
import { exposureProblems } from "../../problems.ts";
import { refreshExposures } from "../../refresh.ts";
import { rangeTargets } from "../../statements.ts";
import { countsOf, tellExposures } from "../../told.ts";
import { recordAction } from "../actions.ts";
import { beginDoing } from "../doing.ts";
import { type ExposureKey, keysOf } from "../selection.ts";
import { countReached, putStatements, type Target } from "../statement-rows.ts";

type Input = InputOf<typeof contract>;

interface Product {
  package: string;
  name: string;
  ecosystem: string;
  version: string;
  vulnerability: string;
  asset: string;
}

/** The products and versions of the exposures that are there. */
async function productsOf(database: Executor, organisation: string, keys: readonly ExposureKey[]): Promise<Product[]> {
  const { rows } = await sql<Product>`
    select v.package, p.name, p.ecosystem, v.version, e.vulnerability, e.asset
    from ${rowsAs({ asset: "uuid", packageVersion: "uuid", vulnerability: "text" }, keys)} as named
    join exposure e on e.organisation = ${organisation} and e.asset = named.asset
      and e.package_version = named."packageVersion" and e.vulnerability = named.vulnerability
    join package_version v on v.id = e.package_version
    join package p on p.id = v.package
  `.execute(database);
  return rows;
}

function rangeOf({ range }: Input, [first, ...others]: readonly Product[]) {
  if (range === undefined) throw exposureProblems.error("exposure.field-missing", { field: "range", action: "range" });
  const packages = new Set([first, ...others].map((one) => one?.package));
  if (first === undefined || packages.size !== 1) {
    throw exposureProblems.error("exposure.several-packages", { count: packages.size });
  }
  const named = rangeNamed(range, first.ecosystem);
  if (named === null) throw exposureProblems.error("exposure.range-without-order", { package: first.name });
  return rangeTargets(named);
}

/** What is to be stated: for each vulnerability once a product and version, or once an asset, or a range. */
function targetsOf(input: Input, products: readonly Product[]): Target[] {
  const versions = input.scope === "range" ? rangeOf(input, products) : null;
  const targets = products.flatMap(({ package: id, version, vulnerability, asset }): Target[] => {
    const about = { package: id, vulnerability, asset: input.scope === "asset" ? asset : null };
    return versions === null
      ? [{ ...about, version, low: null, high: null }]
      : versions.map((part) => ({ ...about, ...part }));
  });
  const hex = (key: Uint8Array | null) => (key === null ? null : Buffer.from(key).toString("hex"));
  const text = (one: Target) => JSON.stringify({ ...one, low: hex(one.low), high: hex(one.high) });
  return [...new Map(targets.map((one) => [text(one), one])).values()];
}

async function authorOf(database: Executor, organisation: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name_en as name from organisation where id = ${organisation}
  `.execute(database);
  return rows[0]?.name ?? "";
}

export const stateNotAffected = operation(contract, async (context, input) => {
  const { database, now } = context;
  const { organisation: handle, justification, impact, range = null, scope, exposures, where, expected } = input;
  await lockMatching(database, "world");
  const [organisation, keys] = await context.seen(async (seen) => [
    await organisationSeen(seen, handle),
    await keysOf(seen, handle, { exposures, where, expected }, context),
  ]);
  const targets = targetsOf(input, await productsOf(database, organisation, keys));
  const reached = await countReached(database, organisation, targets);
  const by = beginDoing(context, impact);
  const does = !input.preview && targets.length > 0;
  if (does) {
    const author = await authorOf(database, organisation);
    const said = { organisation, author, justification, impact: by.why, range: scope === "range" ? range : null };
    await putStatements(database, targets, said, by, now);
    const vulnerabilities = [...new Set(targets.map(({ vulnerability }) => vulnerability))];
    const counts = await refreshExposures(database, { organisation, vulnerabilities }, "vex", now, by);
    const { changed } = countsOf(counts, organisation);
    await recordAction(database, { organisation, at: now, kind: "not-affected", by, changed, vulnerabilities });
    await tellExposures(context, counts, "vex");
  }
  context.note({
    subject: { kind: "exposure-action", id: by.action },
    details: { statements: targets.length, ...reached },
  });
  return { action: does ? by.action : null, statements: targets.length, ...reached };
});
