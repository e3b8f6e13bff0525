import { roles } from "@bongsu/contracts";
import { organisations, overseers, reports } from "../demo-country/index.ts";
import { printTable } from "../hub/print.ts";
import { type HandedOut, handOutKeys } from "./hand-out.ts";
import type { DemoHub } from "./open-hub.ts";
import { actingFor, settleIn } from "./settle-in.ts";
import type { Stage } from "./stage.ts";
import { tellWork } from "./tell-work.ts";
import { exposuresShown, type Sight, sightOf, watchersOf } from "./watch.ts";

const command = "npm start --silent --";

function nameOf(stage: Stage, handle: string): string {
  const { language } = stage.context;
  return [...organisations, ...overseers].find((one) => one.handle === handle)?.name[language] ?? handle;
}

function tellReports(stage: Stage): void {
  const { say, language } = stage.context;
  stage.line();
  for (const { column, organisation, title, embargo } of reports) {
    const label = `TLP:${column}${embargo === true ? ` (${say("country.hub.embargo")})` : ""}`;
    stage.line(`  ${label}  ${nameOf(stage, organisation)}: ${title[language]}`);
  }
}

function tellSights(stage: Stage, sights: readonly Sight[]): void {
  const { context } = stage;
  const { say } = context;
  const yes = say("country.hub.sees");
  stage.line();
  printTable(
    context,
    [
      say("country.hub.who"),
      ...reports.map(({ column, embargo }) => (embargo === true ? `${column}*` : column)),
      say("country.hub.own"),
      say("country.hub.others"),
    ],
    sights.map(({ watcher, reports: seen, exposures, others }) => [
      watcher.organisation === null
        ? say("country.hub.anyone")
        : say(watcher.kind === "key" ? "country.hub.key" : "country.hub.person", {
            organisation: nameOf(stage, watcher.organisation),
          }),
      ...seen.map((there) => (there ? yes : "–")),
      exposures === null ? "–" : String(exposures),
      others === null ? "–" : String(others),
    ]),
  );
}

/** One key with two lines that can be pasted as they are. */
function tellKey(stage: Stage, url: string, { organisation, name, role, token, try: worth }: HandedOut): void {
  const { language } = stage.context;
  stage.line();
  stage.line(stage.bold(`${nameOf(stage, organisation)} · ${name[language]} · ${roles[role][language]}`));
  stage.line(`  curl -s '${url}/api/v1${worth.path}' -H 'Authorization: Bearer ${token}'`);
  stage.line(`  BONGSU_HUB=${url} BONGSU_KEY=${token} ${command} hub ${worth.command}`);
}

/** Hub roles are people's, never a key's: their sessions. */
function tellPeople(stage: Stage, hub: DemoHub): void {
  const { say, language } = stage.context;
  stage.line();
  stage.paragraph(say("country.hub.people"));
  for (const { organisation, path } of [
    { organisation: "bonghwa-cert", path: "/exposure-status?limit=3" },
    { organisation: "geoul-audit", path: "/audit/entries?limit=3" },
  ]) {
    const { name, cookie, roles: held } = actingFor(hub, organisation);
    const does = held.map((role) => roles[role][language]).join(", ");
    stage.line();
    stage.line(stage.bold(`${nameOf(stage, organisation)} · ${name[language]} · ${does}`));
    stage.line(`  curl -s '${hub.url}/api/v1${path}' -b '${cookie}'`);
  }
}

/** The same city sees its own exposures, and another that asks for them sees none. Throws where it is otherwise. */
async function check(stage: Stage, keys: readonly HandedOut[]): Promise<void> {
  const [own, other] = ["garam-city", "dure-bank"].map((handle) => keys.find((key) => key.organisation === handle));
  if (own === undefined || other === undefined) throw new Error("the demo has no keys to check with");
  const city = own.organisation;
  const [sees, shown] = [await exposuresShown(own.client, city), await exposuresShown(other.client, city)];
  if (sees === 0 || shown > 0) throw new Error(`${city} sees ${sees} of its exposures, ${other.organisation} ${shown}`);
  stage.line();
  stage.paragraph(
    stage.context.say("country.hub.checked", {
      city: nameOf(stage, city),
      sees,
      other: nameOf(stage, other.organisation),
      shown,
    }),
  );
}

/** The country's hub: who sees what, asked over HTTP, and keys to try it with. */
export async function tellHub(stage: Stage, hub: DemoHub): Promise<HandedOut[]> {
  const { say, language } = stage.context;
  stage.step(say("country.hub.title"));
  const start = performance.now();
  await settleIn(hub, language);
  const keys = await handOutKeys(hub, language);
  stage.paragraph(
    say("country.hub.note", { url: hub.url, ms: Math.round(performance.now() - start), reports: reports.length }),
  );
  tellReports(stage);
  const sights: Sight[] = [];
  for (const watcher of watchersOf(hub, keys)) sights.push(await sightOf(watcher));
  stage.line();
  stage.paragraph(say("country.hub.asked"));
  tellSights(stage, sights);
  await check(stage, keys);
  await tellWork(stage, hub);
  stage.step(say("country.keys.title"));
  stage.paragraph(say("country.keys.note"));
  for (const key of keys) tellKey(stage, hub.url, key);
  tellPeople(stage, hub);
  stage.line();
  stage.line(stage.bold(say("country.hub.api", { api: `${hub.url}/api${language === "ko" ? "?lang=ko" : ""}` })));
  return keys;
}
