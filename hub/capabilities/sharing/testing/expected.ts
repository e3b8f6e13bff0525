import { type InventoryLevel, maySee, receivers, seesInventory, seesSum, type Viewer } from "@bongsu/markings";
import { eventNumber, worldHandle } from "../../../../testing/put-world.ts";
import { type SharedReport, type SharedWorld, worldMoment } from "../../../../testing/worlds.ts";

/** What one viewer gets on every path out, in plain words that do not depend on the path. */
export interface Seen {
  list: string[];
  withWithdrawn: string[];
  counts: number[];
  /** For each report: its token found by searching. */
  found: string[];
  /** `id: text [references] cited by [ids]`; reports that are not there are missing. */
  shown: string[];
  /** `id target`, as the table of references has them. */
  pointers: string[];
  /** `id revision`, the revisions that history shows. */
  history: string[];
  exposures: string[];
  status: string[];
  assets: string[];
  situation: string[];
  directory: number;
  colleagues: string[];
  circleMembers: string[];
}

const open = ["new", "acknowledged", "remediating", "accepted"];

export const wordOf = (reference: SharedReport["references"][number]): string =>
  reference.kind === "vulnerability" ? reference.name : reference.id;

/** The number of an exposure state that counts as open, by sector, as the pure rule lets it be told. */
function situation({ world, exposures }: SharedWorld, viewer: Viewer): string[] {
  const bySector = Map.groupBy(
    [...world.organisations].filter(([, { status }]) => status === "active"),
    ([, { sector }]) => sector,
  );
  return [...bySector].flatMap(([sector, members]) => {
    const ids = members.map(([id]) => id);
    if (!seesSum(viewer, ids, world)) return [];
    const counted = exposures.filter(({ organisation, state }) => ids.includes(organisation) && open.includes(state));
    const exposed = new Set(counted.map(({ organisation }) => organisation)).size;
    const perDecision = [0, 1, 2, 3].map((decision) => counted.filter((row) => row.decision === decision).length);
    return [`${sector} ${ids.length} ${exposed} ${exposed} ${perDecision.join(",")}`];
  });
}

/** The pure rule's answer. */
export function expected(shared: SharedWorld, viewer: Viewer, now: Date): Seen {
  const { world, reports, exposures, assets } = shared;
  const current = (report: SharedReport) => report.revisions.slice(-1);
  const sees = (report: SharedReport) => current(report).every(({ marked }) => maySee(viewer, marked, world, now));
  // The one that was changed last stands first.
  const visible = reports.filter(sees).reverse();
  const visibleIds = new Set(visible.map(({ id }) => id));
  const active = visible.filter(({ withdrawn }) => !withdrawn);
  const level = (organisation: string): InventoryLevel => seesInventory(viewer, organisation, world);
  const ids = (list: readonly SharedReport[]) => list.map(({ id }) => id);
  const isThere = (reference: SharedReport["references"][number]) =>
    reference.kind === "vulnerability" ||
    (reference.kind === "report" ? visibleIds.has(reference.id) : level(reference.organisation) === "components");
  const own = (organisation: string) =>
    maySee(
      viewer,
      {
        owner: organisation,
        author: null,
        tlp: null,
        audience: { organisations: [], circles: [] },
        named: [],
        embargoUntil: null,
      },
      world,
      now,
    );
  const isMember = [...world.organisations.keys()].some(own);
  const ownCircles = new Set(world.circleMembers.filter((row) => own(row.organisation)).map(({ circle }) => circle));
  const colleagues = world.memberships.filter(({ organisation }) => own(organisation)).map(({ person }) => person);
  return {
    list: ids(active),
    withWithdrawn: ids(visible),
    counts: [active.length, visible.length],
    found: ids(active),
    shown: visible.map((report) => {
      const cited = active.filter(({ references }) =>
        references.some((one) => one.kind === "report" && one.id === report.id),
      );
      const text = current(report).map((revision) => revision.text);
      return `${report.id}: ${text} [${report.references.filter(isThere).map(wordOf)}] cited by [${ids(cited).sort()}]`;
    }),
    pointers: visible
      .flatMap((report) => report.references.filter(isThere).map((one) => `${report.id} ${wordOf(one)}`))
      .sort(),
    history: visible.flatMap(({ id, revisions }) =>
      revisions
        .flatMap(({ marked }, index) => (maySee(viewer, marked, world, now) ? [`${id} ${index + 1}`] : []))
        .reverse(),
    ),
    exposures: exposures
      .filter(({ organisation }) => level(organisation) === "components")
      .map((row) => `${worldHandle(row.organisation)} ${row.vulnerability} ${row.state}`)
      .sort(),
    status: exposures
      .filter(({ organisation }) => level(organisation) !== "nothing")
      .map((row) => `${worldHandle(row.organisation)} ${row.vulnerability} ${row.state} 1 1`)
      .sort(),
    assets: assets.filter(({ organisation }) => level(organisation) === "components").map(({ name }) => name),
    situation: situation(shared, viewer).sort(),
    directory: isMember ? world.organisations.size : 0,
    colleagues: [...new Set(colleagues)].sort(),
    circleMembers: world.circleMembers
      .filter(({ circle }) => ownCircles.has(circle))
      .map(({ circle, organisation }) => `${circle} ${organisation}`)
      .sort(),
  };
}

/** The numbers of the events of which the viewer may hear. */
export const expectedEvents = ({ world, reports }: SharedWorld, viewer: Viewer, now: Date): number[] =>
  reports.flatMap(({ revisions }, report) => {
    const seesNow = revisions.slice(-1).every(({ marked }) => maySee(viewer, marked, world, now));
    return revisions.flatMap(({ marked }, revision) =>
      seesNow && maySee(viewer, marked, world, now) ? [eventNumber(report, revision)] : [],
    );
  });

export const expectedReceivers = ({ world, reports }: SharedWorld, now: Date) =>
  reports.flatMap(({ revisions }) => revisions.map(({ marked }) => receivers(marked, world, now)));

/** The moments at which a world is looked at: while embargoes hold, as one ends, when all are over. */
export const moments = [0, 1, 120].map((minutes) => new Date(worldMoment.getTime() + minutes * 60_000));
