import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type Database,
  decisions,
  type ExposureView,
  exposed,
  korea,
  migrate,
  migrations,
  openDatabase,
  sectors,
  situationBySector,
} from "@bongsu/hub";
import { assets, newAdvisory, organisations, vulnerabilities } from "../demo-country/index.ts";
import { decisionMessages } from "../hub/decisions.ts";
import { printTable } from "../hub/print.ts";
import { Progress } from "../io/progress.ts";
import { Country } from "./build.ts";
import type { Stage } from "./stage.ts";

/** The country of the demo has a folder of its own, and begins anew each time: nobody's data is touched. */
export const demoFolder = join(".bongsu", "demo");

/** Next.js releases with the fix, by the line that they belong to. */
const fixedVersions: Record<string, string> = {
  "15.1.": "15.1.9",
  "15.2.": "15.2.6",
  "15.3.": "15.3.6",
  "15.4.": "15.4.8",
  "15.5.": "15.5.7",
  "16.0.": "16.0.7",
};

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: Math.max(1, Math.round(performance.now() - start)), value };
}

async function tellSectors(stage: Stage, database: Database): Promise<void> {
  const { context } = stage;
  const { say, language } = context;
  const rows = await situationBySector(database.kysely);
  const urgencies = [...decisions].reverse();
  stage.line();
  printTable(
    context,
    [say("country.sector"), say("country.exposed"), ...urgencies.map((decision) => say(decisionMessages[decision]))],
    rows.map((row) => [
      sectors[row.sector as keyof typeof sectors]?.[language] ?? row.sector,
      `${row.exposedOrganisations}/${row.organisations}`,
      ...[...row.exposures].reverse().map(String),
    ]),
  );
}

function tellExposed(stage: Stage, views: readonly ExposureView[]): void {
  const { context } = stage;
  const { say, language } = context;
  stage.line();
  printTable(
    context,
    [
      say("exposed.decision"),
      say("exposed.organisation"),
      say("org.region"),
      say("exposed.asset"),
      say("exposed.component"),
      say("exposed.fixedIn"),
    ],
    views.map((view) => [
      say(decisionMessages[view.priority.decision]),
      view.organisation.name[language],
      korea.regions[view.organisation.region]?.[language] ?? view.organisation.region,
      view.asset.name,
      `${view.package.name} ${view.version}`,
      view.fixedVersion ?? "–",
    ]),
  );
}

/** The version of the same line that has the fix; what is not of the story stays as it is. */
function upgraded(purl: string): string {
  const match = /^(pkg:npm\/next@)(\d+\.\d+\.)/.exec(purl);
  if (match !== null) return `${match[1]}${fixedVersions[match[2] ?? ""] ?? "16.0.7"}`;
  return purl.replace(
    /^(pkg:npm\/react-server-dom-\w+@19\.)([012])\.\d+/,
    (_, head: string, minor: string) => `${head}${minor}.${["1", "2", "1"][Number(minor)]}`,
  );
}

const actorOf = (views: readonly ExposureView[]): ExposureView | undefined =>
  views.find((view) => view.organisation.sector === "local-government") ?? views[0];

/** Tells the story of one advisory through a country, every figure measured as it happens. The database stays open for the caller. */
export async function tellCountry(database: Database, stage: Stage): Promise<void> {
  const { context } = stage;
  const { say, language } = context;
  const progress = new Progress(context.err);
  const country = new Country(database);
  stage.line(stage.bold(say("country.title")));
  stage.line();
  stage.paragraph(say("country.intro"));

  stage.step(say("country.inventories.title"));
  await country.addOrganisations();
  const inventories = await timed(() =>
    country.addInventories((done, all) => progress.show(() => say("country.progress", { done, all }), done / all)),
  );
  progress.clear();
  const regions = new Set(organisations.map(({ region }) => region)).size;
  stage.paragraph(
    say("country.inventories.note", {
      organisations: organisations.length,
      sectors: new Set(organisations.map(({ sector }) => sector)).size,
      regions,
      assets: assets.length,
      ...inventories.value,
      ms: inventories.ms,
    }),
  );

  stage.step(say("country.advisories.title"));
  const known = await timed(async () => {
    const taken = await country.addAdvisories();
    await country.addExploited(vulnerabilities);
    return taken;
  });
  const exploited = vulnerabilities.filter((one) => one.exploited !== undefined).length;
  stage.paragraph(
    say("country.advisories.note", {
      advisories: known.value.taken,
      exploited,
      opened: known.value.opened,
      ms: known.ms,
    }),
  );
  await tellSectors(stage, database);

  stage.step(say("country.arrival.title"));
  const [arrival, question] = [await timed(() => country.receiveNewAdvisory()), { vulnerability: newAdvisory.id }];
  const answer = await timed(() => exposed(database.kysely, question));
  const affected = new Set(answer.value.map((view) => view.organisation.handle)).size;
  stage.paragraph(`${newAdvisory.id}. ${newAdvisory.title[language]}.`);
  stage.paragraph(
    say("country.arrival.note", {
      opened: arrival.value.opened,
      organisations: affected,
      ms: arrival.ms,
      answer: answer.ms,
    }),
  );
  tellExposed(stage, answer.value);

  stage.step(say("country.exploited.title"));
  const urgent = await timed(() => country.addExploited([...vulnerabilities, newAdvisory]));
  const after = await exposed(database.kysely, question);
  const now = after.filter((view) => view.priority.decision === "immediate").length;
  stage.paragraph(say("country.exploited.note", { now, ms: urgent.ms }));
  tellExposed(stage, after);

  stage.step(say("country.fix.title"));
  const actor = actorOf(after);
  const sketch = assets.find(
    ({ organisation, name }) => organisation === actor?.organisation.handle && name === actor.asset.name,
  );
  if (actor !== undefined && sketch !== undefined) {
    const fixed = await timed(() => country.takeInventory({ ...sketch, purls: sketch.purls.map(upgraded) }));
    const left = await exposed(database.kysely, question);
    stage.paragraph(
      say("country.fix.note", {
        organisation: actor.organisation.name[language],
        asset: actor.asset.name,
        id: newAdvisory.id,
        closed: fixed.value.closed,
        left: left.length,
        ms: fixed.ms,
      }),
    );
  }
}

/** The country's database, empty, in its own folder; whoever opens it closes it. */
export async function openCountry(): Promise<Database> {
  rmSync(demoFolder, { recursive: true, force: true });
  mkdirSync(demoFolder, { recursive: true });
  const database = await openDatabase({ databaseUrl: null, dataDir: demoFolder, databaseConnections: 1 });
  try {
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
