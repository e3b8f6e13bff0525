import { worldHandle } from "../put-world.ts";
import { type SharedReport, worldCircles, worldVulnerabilities } from "../worlds.ts";
import { type Asker, nameOf } from "./askers.ts";
import { holds, own, seesComponents } from "./rules.ts";

const api = "/api/v1";
const states = "state=new&state=acknowledged&state=fixed";

// biome-ignore lint/suspicious/noExplicitAny: what stands in an answer is told by comparing it
type Item = any;

const ids = (items: Item[] | null): string[] => (items ?? []).map(({ id }) => id);

const named = (references: Item[]): string[] =>
  references.map((one) => (one.name !== undefined && one.kind === "vulnerability" ? one.name : one.id));

async function inTurn<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** The report in full, by its id; nothing where it is not there. */
async function shown({ ask }: Asker, { id }: SharedReport): Promise<string[]> {
  const { status, body } = await ask(`${api}/reports/${id}`, {}, [id]);
  if (status !== 200) return [];
  return [`${id}: ${body.text} [${named(body.references)}] cited by [${ids(body.citedBy).sort()}]`];
}

async function history({ ask }: Asker, { id }: SharedReport): Promise<string[]> {
  const { status, body } = await ask(`${api}/reports/${id}/history`, {}, [id]);
  return status === 200 ? body.items.map(({ revision }: Item) => `${id} ${revision}`) : [];
}

const marking = ({ id, author, marking: { tlp, circles, organisations, named } }: Item): string =>
  `${id} by ${author?.id ?? "nobody"} ${tlp}: ${circles} / ${organisations} / ${[...named].sort()}`;

/** The word of a text that no other text has. */
const tokenOf = (text = ""): string => /token-\d+-\d+\./.exec(text)?.[0] ?? "";

/** What he is answered about reports. */
export async function reportAnswers(asker: Asker): Promise<Record<string, unknown>> {
  const { ask, all, seeing } = asker;
  const { reports, world } = seeing().shared;
  const newest = [...reports].reverse();
  const list = (filter: string) => all(`${api}/reports?${filter}`);
  const count = async (filter: string) => (await ask(`${api}/reports/count?${filter}`)).body.count;
  const items = (await list("search=common")) ?? [];
  const tokens = newest.map((one) => tokenOf(one.revisions.at(-1)?.text));
  const past = reports
    .flatMap((one) => one.revisions.map(({ text }) => tokenOf(text)))
    .filter((token) => !tokens.includes(token));
  const overtaken = await inTurn(past, (token) => list(`search=${token}`));
  // Each revision's text was its own: only the newest is searched.
  if (overtaken.flat().length > 0) throw new Error(`found by what stood in it before: ${ids(overtaken.flat())}`);
  return {
    list: ids(items),
    withWithdrawn: ids(await list("withdrawn=true")),
    counts: [await count(""), await count("withdrawn=true")],
    found: (await inTurn(tokens, async (token) => ids(await list(`search=Common%20${token}`)))).flat(),
    shown: (await inTurn(newest, (one) => shown(asker, one))).flat(),
    history: (await inTurn(newest, (one) => history(asker, one))).flat(),
    byLabel: await inTurn(["CLEAR", "GREEN", "AMBER", "AMBER%2BSTRICT", "RED"], async (tlp) =>
      ids(await list(`tlp=${tlp}`)),
    ),
    byOwner: await inTurn(world.organisations.keys(), async (id) => ids(await list(`owner=${worldHandle(id)}`))),
    byCircle: await inTurn(worldCircles, async (id) => ids(await list(`circle=${worldHandle(id)}`))),
    byVulnerability: await inTurn(worldVulnerabilities, async (name) => ids(await list(`vulnerability=${name}`))),
    markings: items.map(marking),
  };
}

async function ofInventories({ ask, all, viewer, seeing }: Asker): Promise<Record<string, unknown>> {
  const { assets, world } = seeing().shared;
  const lists = await inTurn(world.organisations.keys(), (id) => all(`${api}/organisations/${worldHandle(id)}/assets`));
  const sees = (organisation: string) => seesComponents(organisation)(viewer, seeing());
  // What is hidden of the others is probed for each of them by somebody.
  for (const { organisation, id } of assets.filter((one) => sees(one.organisation))) {
    const path = `${api}/organisations/${worldHandle(organisation)}/assets/${id}`;
    for (const rest of ["", "/sboms", "/sboms/1", "/sboms/2", "/sbom-difference?from=1&to=2", "/components"]) {
      await ask(`${path}${rest}`, {}, [id]);
    }
  }
  const exposures = (await all(`${api}/exposures?${states}`)) ?? [];
  for (const { organisation, asset, packageVersion, vulnerability } of exposures) {
    const { status } = await ask(
      `${api}/organisations/${organisation}/assets/${asset.id}/exposures/${packageVersion}/${vulnerability}`,
    );
    if (status !== 200) throw new Error(`an exposure is listed and not shown: ${status}`);
  }
  const counted = await ask(`${api}/exposure-counts`);
  const { total, assets: assetCount, vulnerabilities } = counted.body;
  const status = (await all(`${api}/exposure-status?${states}`)) ?? [];
  const exposed = await all(`${api}/exposed-vulnerabilities`);
  const uses = await all(`${api}/package-uses?search=zq`);
  return {
    assets: lists.flatMap((list) => ids(list)).sort(),
    exposures: exposures.map((one) => `${one.organisation} ${one.vulnerability} ${one.state}`).sort(),
    status: status
      .map((one) => `${one.organisation.handle} ${one.vulnerability} ${one.state} ${one.assets} ${one.exposures}`)
      .sort(),
    counted: counted.status === 200 ? [total, assetCount, vulnerabilities] : null,
    exposed: exposed === null ? null : exposed.map(({ name }) => name).sort(),
    uses: uses === null ? null : uses.map(({ asset }) => asset.id).sort(),
  };
}

const isKeeper = holds("hub-administrator");

async function ofMembers({ ask, all, viewer, seeing }: Asker): Promise<Record<string, unknown>> {
  const { world } = seeing().shared;
  const directory = await all(`${api}/organisations`);
  const mine = own(viewer, seeing());
  for (const [index, id] of [...world.organisations.keys()].entries()) {
    const path = `${api}/organisations/${worldHandle(id)}`;
    await ask(path);
    // Of others', each is asked by some.
    if (!mine.has(id) && (index + nameOf(viewer).charCodeAt(0)) % 3 !== 0 && !isKeeper(viewer, seeing())) continue;
    for (const rest of ["people", "invitations", "service-accounts", "domains", "clients", "providers"])
      await all(`${path}/${rest}`);
    await ask(`${path}/disclosure`);
  }
  for (const path of ["/people", "/circle-invitations", "/vulnerabilities", "/advisories"]) await all(`${api}${path}`);
  for (const path of ["/me", "/hub", "/permissions", "/bundles/made", "/bundles/taken", "/bundles/hubs"])
    await ask(`${api}${path}`);
  const circles = await all(`${api}/circles`);
  const members = await inTurn(worldCircles, async (id) => {
    await ask(`${api}/circles/${worldHandle(id)}`, {}, [worldHandle(id)]);
    await all(`${api}/circles/${worldHandle(id)}/events`, [worldHandle(id)]);
    const items = (await all(`${api}/circles/${worldHandle(id)}/members`, [worldHandle(id)])) ?? [];
    const organisationOf = new Map([...world.organisations.keys()].map((one) => [worldHandle(one), one]));
    return items.map((one) => `${id} ${organisationOf.get(one.organisation)}`);
  });
  const approvals = await all(`${api}/approvals`, ["report id"]);
  const handles = directory === null ? null : directory.map(({ handle }) => handle).sort();
  return {
    organisations: handles,
    directory: handles === null ? null : handles.length,
    circles: circles === null ? null : circles.map(({ handle }) => handle).sort(),
    circleMembers: members.flat().sort(),
    approvals: approvals === null ? null : approvals.length,
  };
}

/** What the hub answers him on every path, in the words of `expectedAnswers`. */
export const actualAnswers = async (asker: Asker): Promise<Record<string, unknown>> => ({
  ...(await reportAnswers(asker)),
  ...(await ofInventories(asker)),
  ...(await ofMembers(asker)),
});
