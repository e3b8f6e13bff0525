import type { Component, DataSet } from "@bongsu/sbom";
import { sql } from "kysely";
import { boundedJson } from "../../platform/database/bounded-json.ts";
import type { Executor } from "../../platform/database/database.ts";
import { storableName } from "../../platform/database/document-texts.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import type { Asset } from "./assets.ts";

/** Models and data sets that are kept of one document. */
const most = 5_000;

const limits = { depth: 4, text: 1_000, members: 50 };

/** What of CycloneDX's `data` is not what a model learns from. */
const otherData = new Set(["source-code", "configuration", "definition"]);

const isModel = ({ type, model }: Component): boolean => model !== null || type === "machine-learning-model";

const isDataSet = ({ type, data }: Component): boolean =>
  (type === "data" || data.length > 0) &&
  (data.length === 0 || data.some(({ kind }) => !otherData.has(kind ?? "dataset")));

const all = (data: readonly DataSet[], part: (one: DataSet) => string | null | string[]): string[] => [
  ...new Set(data.flatMap((one) => part(one) ?? [])),
];

function factsOf({ licenses, hashes, model, data }: Component, names: ReadonlyMap<string, string>) {
  return boundedJson(
    {
      licences: licenses,
      hashes: hashes.slice(0, limits.members),
      task: model?.task ?? null,
      architecture: [model?.architectureFamily, model?.architecture].filter(Boolean).join(", ") || null,
      datasets: (model?.datasets ?? []).map((ref) => names.get(ref) ?? ref),
      useCases: [...(model?.useCases ?? []), ...all(data, ({ useCases }) => useCases)],
      limitations: model?.limitations ?? [],
      risks: model?.risks ?? [],
      classification: all(data, ({ classification }) => classification).join(", ") || null,
      sensitive: all(data, ({ sensitive }) => sensitive),
      governance: all(data, ({ governance }) => governance),
      description: all(data, ({ description }) => description).join("\n") || null,
    },
    limits,
  );
}

/** Keeps the models and data sets of an asset's SBOM; gives how many there are of each. */
export async function replaceAi(
  transaction: Executor,
  { organisation, id }: Asset,
  components: readonly Component[],
): Promise<{ models: number; datasets: number }> {
  await sql`delete from ai_component where organisation = ${organisation} and asset = ${id}`.execute(transaction);
  const found = components.filter((component) => isModel(component) || isDataSet(component));
  const models = found.filter(isModel).length;
  if (found.length === 0) return { models, datasets: 0 };
  const names = new Map(components.map(({ ref, name }) => [ref, name]));
  const rows = found.slice(0, most).map((component, ordinal) => ({
    ordinal,
    kind: isModel(component) ? "model" : "dataset",
    name: component.group === null ? component.name : storableName(`${component.group}/${component.name}`),
    version: component.version,
    provider: component.supplier === null ? null : storableName(component.supplier),
    purl: component.purl,
    path: component.path,
    facts: factsOf(component, names),
  }));
  const columns = {
    ordinal: "integer",
    kind: "text",
    name: "text",
    version: "text",
    provider: "text",
    purl: "text",
    path: "text",
    facts: "jsonb",
  } as const;
  await sql`
    insert into ai_component (organisation, asset, ordinal, kind, name, version, provider, purl, path, facts)
    select ${organisation}, ${id}, row.* from ${rowsAs(columns, rows)} as row
  `.execute(transaction);
  return { models, datasets: found.length - models };
}
