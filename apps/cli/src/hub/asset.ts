import {
  type AssetOverview,
  addAsset,
  assetOverviews,
  criticalities,
  findAsset,
  findOrganisation,
  networks,
  removeAsset,
  type SbomDifference,
  sbomDifference,
  sbomRevisions,
  systemClock,
} from "@bongsu/hub";
import type { CliContext } from "../context.ts";
import { cliProblems } from "../problems.ts";
import { record } from "./console.ts";
import { minute, printJson, printTable } from "./print.ts";
import { withHub } from "./session.ts";

export interface NewAsset {
  criticality: string;
  network: string;
  json: boolean;
}

const word = (table: Record<string, Record<string, string>>, name: string, { language }: CliContext): string =>
  table[name]?.[language] ?? name;

const subjectOf = ({ id, name }: { id: string; name: string }) => ({
  subjectKind: "asset",
  subject: id,
  details: { name },
});

export function runAssetAdd(handle: string, name: string, given: NewAsset, context: CliContext): Promise<void> {
  return withHub(async (database) => {
    const { kysely } = database;
    const organisation = await findOrganisation(kysely, handle);
    const asset = await addAsset(kysely, systemClock, organisation, { name, ...given });
    await record(database, { operation: "inventories.addAsset", ...subjectOf(asset), organisation: organisation.id });
    if (given.json) printJson(context, asset);
    else context.out.write(`${context.say("asset.added", { organisation: handle, asset: asset.name })}\n`);
  });
}

const overviewRow = (asset: AssetOverview, context: CliContext): string[] => [
  asset.organisation.handle,
  asset.asset,
  word(criticalities, asset.criticality, context),
  word(networks, asset.network, context),
  asset.components === null ? "–" : `${asset.matchable}/${asset.components}`,
  minute(asset.receivedAt),
];

export function runAssetList(
  handle: string | undefined,
  { json }: { json: boolean },
  context: CliContext,
): Promise<void> {
  return withHub(async ({ kysely }) => {
    const organisation = handle === undefined ? undefined : await findOrganisation(kysely, handle);
    const assets = await assetOverviews(kysely, organisation);
    if (json) return printJson(context, assets);
    const { say } = context;
    if (assets.length === 0) return context.out.write(`${say("asset.none")}\n`);
    const heads = [
      "org.handle",
      "asset.name",
      "asset.criticality",
      "asset.network",
      "asset.matchable",
      "asset.received",
    ] as const;
    printTable(
      context,
      heads.map((head) => say(head)),
      assets.map((asset) => overviewRow(asset, context)),
    );
  });
}

export function runAssetShow(
  handle: string,
  name: string,
  { json }: { json: boolean },
  context: CliContext,
): Promise<void> {
  return withHub(async ({ kysely }) => {
    const asset = await findAsset(kysely, await findOrganisation(kysely, handle), name);
    const revisions = await sbomRevisions(kysely, asset);
    if (json) return printJson(context, { ...asset, revisions });
    const { say } = context;
    const facts = [word(criticalities, asset.criticality, context), word(networks, asset.network, context)];
    context.out.write(`${handle} / ${asset.name} · ${facts.join(" · ")}\n\n`);
    if (revisions.length === 0) return context.out.write(`${say("asset.noSbom")}\n`);
    const heads = [
      "asset.revision",
      "asset.format",
      "asset.matchable",
      "asset.problems",
      "asset.received",
      "asset.file",
    ] as const;
    printTable(
      context,
      heads.map((head) => say(head)),
      revisions.map((one) => [
        String(one.revision),
        `${one.format} ${one.specVersion}`,
        `${one.matchable}/${one.components}`,
        String(one.problems),
        minute(one.receivedAt),
        one.file,
      ]),
    );
  });
}

const differenceLines = ({ added, removed, changed }: SbomDifference): string[] => [
  ...added.map(({ name, versions }) => `+ ${name} ${versions.join(", ")}`),
  ...removed.map(({ name, versions }) => `- ${name} ${versions.join(", ")}`),
  ...changed.map(({ name, from, to }) => `~ ${name} ${from.join(", ")} → ${to.join(", ")}`),
];

export interface DifferenceArguments {
  from?: number;
  to?: number;
  json: boolean;
}

export function runAssetDiff(
  handle: string,
  name: string,
  given: DifferenceArguments,
  context: CliContext,
): Promise<void> {
  return withHub(async ({ kysely }) => {
    const asset = await findAsset(kysely, await findOrganisation(kysely, handle), name);
    const [latest] = await sbomRevisions(kysely, asset);
    const to = given.to ?? latest?.revision ?? 0;
    const difference = await sbomDifference(kysely, asset, given.from ?? to - 1, to);
    if (given.json) return printJson(context, difference);
    const lines = differenceLines(difference);
    context.out.write(`${lines.length === 0 ? context.say("asset.noDifference") : lines.join("\n")}\n`);
  });
}

export function runAssetRemove(
  handle: string,
  name: string,
  { yes }: { yes: boolean },
  context: CliContext,
): Promise<void> {
  return withHub(async (database) => {
    const asset = await findAsset(database.kysely, await findOrganisation(database.kysely, handle), name);
    if (!yes) throw cliProblems.error("cli.not-confirmed", { what: `${handle} / ${name}` });
    await removeAsset(database, asset);
    await record(database, { operation: "inventories.removeAsset", ...subjectOf(asset) });
    context.out.write(`${context.say("asset.removed", { organisation: handle, asset: name })}\n`);
  });
}
