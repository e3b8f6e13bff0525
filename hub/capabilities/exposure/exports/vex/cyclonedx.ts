import { toCycloneDxVex } from "@bongsu/advisories";
import type { Language } from "@bongsu/base";
import type { ExposureState } from "@bongsu/contracts";
import type { Tally } from "../export.ts";
import { productOf } from "./product.ts";
import type { SaidRow } from "./rows.ts";
import { descriptionOf, statementOf } from "./statement.ts";

/** What a VEX document says of itself. */
export interface VexHead {
  /** UUID of the document. */
  id: string;
  at: Date;
  /** The organisation that says so. */
  author: { id: string; name: string };
  /** The asset that the document is about; null: the organisation as a whole. */
  asset: { id: string; name: string } | null;
  tool: string;
  language: Language;
}

/** What is being done, in CycloneDX's words (`impactAnalysisResponse`). */
const responses: Partial<Record<ExposureState, readonly string[]>> = {
  remediating: ["update"],
  accepted: ["will_not_fix"],
};

const refOf = ({ asset_id, packageVersion }: SaidRow): string => `${asset_id}/${packageVersion}`;

const urn = (id: string): string => `urn:uuid:${id}`;

/** The vulnerabilities of a batch: those of one asset, state and time share an entry where they say the same. */
function* entriesOf(rows: readonly SaidRow[], { language, at }: VexHead): Generator<object> {
  const groups = Map.groupBy(rows, ({ asset_id, vulnerability, state, since }) =>
    JSON.stringify([asset_id, vulnerability, state, since]),
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { document } = toCycloneDxVex(
      group.map((row) => statementOf(row, refOf(row), language)),
      { timestamp: at.toISOString(), advisories: [descriptionOf(first)] },
    );
    const response = responses[first.state];
    for (const { analysis, ...entry } of document.vulnerabilities) {
      const { state, justification, detail, lastUpdated } = analysis;
      yield {
        ...entry,
        analysis: {
          state,
          ...(justification !== undefined && { justification }),
          ...(response !== undefined && { response }),
          ...(detail !== undefined && { detail }),
          firstIssued: first.since.toISOString(),
          ...(lastUpdated !== undefined && { lastUpdated }),
        },
      };
    }
  }
}

/** What components are written from: an asset's name, and the versions that it uses. */
type Described = Map<string, { name: string; used: Set<string> }>;

/** A version in use, once for all assets. */
type Versions = Map<string, object>;

function remember(rows: readonly SaidRow[], assets: Described, versions: Versions): void {
  for (const row of rows) {
    const asset = assets.get(row.asset_id) ?? { name: row.asset, used: new Set<string>() };
    assets.set(row.asset_id, asset);
    const id = row.packageVersion;
    if (!versions.has(id)) {
      const { purl, cpe, product } = productOf(row);
      versions.set(id, { ...product, vendor: undefined, purl: purl ?? undefined, cpe: cpe ?? undefined });
    }
    asset.used.add(id);
  }
}

function* componentsOf(assets: Described, versions: Versions, { asset: only }: VexHead): Generator<object> {
  for (const [id, { name, used }] of assets) {
    const components = [...used].map((version) => ({
      type: "library",
      "bom-ref": `${id}/${version}`,
      ...versions.get(version),
    }));
    if (only === null) yield { type: "application", "bom-ref": urn(id), name, components };
    else yield* components;
  }
}

const about = ({ asset, author }: VexHead) =>
  asset === null
    ? { type: "platform", "bom-ref": urn(author.id), name: author.name }
    : { type: "application", "bom-ref": urn(asset.id), name: asset.name };

/**
 * A CycloneDX 1.6 document, written as the batches come: its vulnerabilities first, then the components that they refer
 * to. Of what was written, only which asset uses which version is remembered.
 */
export async function* cycloneDx(
  batches: AsyncIterable<SaidRow[]>,
  head: VexHead,
  tally: Tally,
): AsyncGenerator<string> {
  const empty = toCycloneDxVex([], {
    timestamp: head.at.toISOString(),
    serialNumber: urn(head.id),
    author: head.author.name,
    tool: head.tool,
  }).document;
  const { vulnerabilities: _, metadata, ...rest } = empty;
  const opened = JSON.stringify({ ...rest, metadata: { ...metadata, component: about(head) } }).slice(0, -1);
  yield `${opened},"vulnerabilities":[`;
  const [assets, versions]: [Described, Versions] = [new Map(), new Map()];
  let separator = "";
  for await (const rows of batches) {
    const entries = [...entriesOf(rows, head)].map((entry) => JSON.stringify(entry));
    remember(rows, assets, versions);
    yield `${separator}\n${entries.join(",\n")}`;
    separator = ",";
    tally.rows += rows.length;
  }
  yield '\n],"components":[';
  separator = "";
  for (const component of componentsOf(assets, versions, head)) {
    yield `${separator}\n${JSON.stringify(component)}`;
    separator = ",";
  }
  yield "\n]}\n";
}
