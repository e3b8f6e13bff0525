import assert from "node:assert/strict";
import { contains } from "@bongsu/contracts";
import { type Marked, receivers, seesSum } from "@bongsu/markings";
import { sql } from "kysely";
import { worldHandle } from "../put-world.ts";
import { type Asker, type Hub, nameOf } from "./askers.ts";
import { held, isActive, isMember } from "./rules.ts";

const api = "/api/v1";

/** Marks in a receivers' answer whom he named himself, by their ids: their names are the answer. */
const namesOfPeople = ["person"];

/** “Who will receive this?” gives the exact list, for the markings of the world as far as he may give them. */
export async function compareReceivers(asker: Asker): Promise<number> {
  const { viewer, ask } = asker;
  const seeing = asker.seeing();
  const { world, reports } = seeing.shared;
  const role = held(viewer, seeing).find((one) => contains(one.role, "reporter"));
  if (role === undefined) return 0;
  const { organisation: owner } = role;
  const mine = world.circleMembers.filter((row) => row.organisation === owner).map(({ circle }) => circle);
  const author = viewer.kind === "person" ? viewer.person : null;
  for (const { marked } of reports.flatMap(({ revisions }) => revisions.slice(-1))) {
    const embargoUntil = marked.embargoUntil !== null && marked.embargoUntil > seeing.now ? marked.embargoUntil : null;
    const named = marked.named.filter((id) => world.people.get(id)?.status === "active");
    if (marked.tlp === "RED" && author === null && named.length === 0) continue;
    const audience = {
      organisations: marked.audience.organisations.filter((id) => isActive(seeing.shared, id)),
      circles: marked.audience.circles.filter((id) => mine.includes(id)),
    };
    const json = {
      tlp: marked.tlp,
      circles: audience.circles.map(worldHandle),
      organisations: audience.organisations.map(worldHandle),
      named,
      embargoUntil: embargoUntil?.toISOString() ?? null,
    };
    const path = `${api}/organisations/${worldHandle(owner)}/receivers`;
    const { status, body } = await ask(path, { json }, namesOfPeople);
    assert.equal(status, 200, JSON.stringify(body));
    const asked: Marked = { owner, author, tlp: marked.tlp, audience, named, embargoUntil };
    const expected = (at: Date) => {
      const { reach, organisations, people } = receivers(asked, world, at);
      return { reach, organisations: organisations.map(worldHandle).sort(), people };
    };
    const given = (list: { reach: string; organisations: { handle: string }[]; people: { id: string }[] }) => ({
      reach: list.reach,
      organisations: list.organisations.map(({ handle }) => handle).sort(),
      people: list.people.map(({ id }) => id).sort(),
    });
    assert.deepEqual(given(body.now), expected(seeing.now), nameOf(viewer));
    if (embargoUntil !== null) assert.deepEqual(given(body.afterEmbargo), expected(embargoUntil), nameOf(viewer));
    else assert.equal(body.afterEmbargo, null);
  }
  return reports.length;
}

const openStates = ["new", "acknowledged", "remediating", "accepted"];

/** Every figure that he is shown is right, and about organisations whose sum the rule lets him see. */
export async function compareSituation({ ask, viewer, seeing }: Asker): Promise<number> {
  const { world, exposures } = seeing().shared;
  const active = [...world.organisations].filter(([, { status }]) => status === "active").map(([id]) => id);
  const places = [...world.organisations.keys()];
  const keys: Record<string, (id: string) => string> = {
    sectors: (id) => world.organisations.get(id)?.sector ?? "",
    regions: (id) => (places.indexOf(id) % 2 === 0 ? "KR-11" : "KR-26"),
  };
  let shown = 0;
  for (const [path, key] of Object.entries(keys)) {
    const { status, body } = await ask(`${api}/situation/${path}`);
    assert.equal(
      status,
      isMember(viewer, seeing()) ? 200 : viewer.kind === "person" ? (status === 403 ? 403 : 401) : 401,
    );
    if (status !== 200) continue;
    const groups = Map.groupBy(active, key);
    assert.deepEqual(
      body.items.map((one: Record<string, string>) => one.sector ?? one.region).sort(),
      [...groups.keys()].sort(),
    );
    for (const cell of [...body.items, body.total]) {
      const ids = groups.get(cell.sector ?? cell.region) ?? active;
      assert.equal(cell.organisations, ids.length);
      assert.equal(cell.figures === null, cell.suppressed);
      if (cell.figures === null) continue;
      shown += 1;
      assert.ok(seesSum(viewer, ids, world) || ids.length === 0, `${nameOf(viewer)} sees a sum over ${ids.length}`);
      const counted = exposures.filter((one) => ids.includes(one.organisation) && openStates.includes(one.state));
      const perDecision = [0, 1, 2, 3].map((decision) => counted.filter((one) => one.decision === decision).length);
      const { defer, scheduled, outOfCycle, immediate, exposedOrganisations, exposedAssets } = cell.figures;
      const organisations = new Set(counted.map(({ organisation }) => organisation)).size;
      assert.deepEqual([defer, scheduled, outOfCycle, immediate], perDecision);
      assert.deepEqual([exposedOrganisations, exposedAssets], [organisations, organisations]);
    }
  }
  return shown;
}

/** Of the audit trail, an administrator reads what was done on behalf of his organisations; an auditor all of it. */
export async function compareAudit(hub: Hub, { ask, all, viewer, seeing, written }: Asker): Promise<number> {
  const roles = held(viewer, seeing());
  const own = roles.filter(({ role }) => role === "organisation-administrator").map(({ organisation }) => organisation);
  const isAuditor = roles.some(({ role }) => role === "auditor");
  // Who did what is the trail's, whoever has left since, and by which names; what was read is not.
  const besides = [...written, "person", "report id", "asset id", "approval id", "circle handle"];
  const before = await lastNumber(hub);
  const listed = await all(`${api}/audit/entries?limit=200`, besides);
  const lines = await ask(`${api}/audit/export`, {}, besides);
  const cef = await ask(`${api}/audit/export?format=cef`, {}, besides);
  if (own.length === 0 && !isAuditor) {
    assert.equal(listed, null);
    assert.deepEqual(
      [lines.status, cef.status].filter((status) => status === 200),
      [],
    );
    return 0;
  }
  const scope = isAuditor ? sql`true` : sql`organisation = any(${own}::uuid[])`;
  const { rows } = await sql<{ number: number }>`
    select number from audit_entry where number <= ${before} and ${scope} order by number desc
  `.execute(hub.database.kysely);
  const expected = rows.map(({ number }) => Number(number));
  const upTo = (numbers: number[]) => numbers.filter((number) => number <= before);
  assert.deepEqual(upTo((listed ?? []).map(({ number }) => number)), expected, nameOf(viewer));
  const exported = String(lines.body)
    .trim()
    .split("\n")
    .filter((line) => line !== "");
  assert.deepEqual(upTo(exported.map((line) => JSON.parse(line).number)).reverse(), expected, nameOf(viewer));
  return expected.length;
}

async function lastNumber({ database }: Hub): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(number), 0) as last from audit_entry`.execute(
    database.kysely,
  );
  return Number(rows[0]?.last ?? 0);
}
