import {
  addOrganisation,
  assetOverviews,
  findOrganisation,
  korea,
  listOrganisations,
  type Organisation,
  removeOrganisation,
  sectors,
  systemClock,
} from "@bongsu/hub";
import type { CliContext } from "../context.ts";
import { cliProblems } from "../problems.ts";
import { record } from "./console.ts";
import { minute, printJson, printTable } from "./print.ts";
import { withHub } from "./session.ts";

const wordsOf = ({ handle, name, sector, region }: Organisation, { language }: CliContext): string[] => [
  handle,
  name[language],
  sectors[sector]?.[language] ?? sector,
  korea.regions[region]?.[language] ?? region,
];

export interface NewOrganisation {
  name?: string;
  nameKo?: string;
  sector: string;
  region: string;
  json: boolean;
}

export function runOrganisationAdd(handle: string, given: NewOrganisation, context: CliContext): Promise<void> {
  return withHub(async (database) => {
    const name = { en: given.name ?? given.nameKo ?? handle, ko: given.nameKo ?? given.name ?? handle };
    const organisation = await addOrganisation(database.kysely, systemClock, korea, { ...given, handle, name });
    const subject = { subjectKind: "organisation", subject: handle, organisation: organisation.id };
    await record(database, { operation: "members.addOrganisation", ...subject });
    if (given.json) printJson(context, organisation);
    else context.out.write(`${context.say("org.added", { handle, name: name[context.language] })}\n`);
  });
}

export function runOrganisationList({ json }: { json: boolean }, context: CliContext): Promise<void> {
  return withHub(async ({ kysely }) => {
    const organisations = await listOrganisations(kysely);
    if (json) return printJson(context, organisations);
    if (organisations.length === 0) return context.out.write(`${context.say("org.none")}\n`);
    const { say } = context;
    const heads = [say("org.handle"), say("org.name"), say("org.sector"), say("org.region")];
    printTable(
      context,
      heads,
      organisations.map((organisation) => wordsOf(organisation, context)),
    );
  });
}

export function runOrganisationShow(handle: string, { json }: { json: boolean }, context: CliContext): Promise<void> {
  return withHub(async ({ kysely }) => {
    const organisation = await findOrganisation(kysely, handle);
    const assets = await assetOverviews(kysely, organisation);
    if (json) return printJson(context, { ...organisation, assets });
    const { say } = context;
    context.out.write(`${wordsOf(organisation, context).join(" · ")}\n\n`);
    if (assets.length === 0) return context.out.write(`${say("asset.none")}\n`);
    const heads = [say("asset.name"), say("asset.components"), say("asset.received")];
    printTable(
      context,
      heads,
      assets.map(({ asset, components, receivedAt }) => [asset, String(components ?? "–"), minute(receivedAt)]),
    );
  });
}

export function runOrganisationRemove(handle: string, { yes }: { yes: boolean }, context: CliContext): Promise<void> {
  return withHub(async (database) => {
    const organisation = await findOrganisation(database.kysely, handle);
    if (!yes) throw cliProblems.error("cli.not-confirmed", { what: handle });
    await removeOrganisation(database, organisation);
    await record(database, { operation: "members.removeOrganisation", subjectKind: "organisation", subject: handle });
    context.out.write(`${context.say("org.removed", { handle })}\n`);
  });
}
