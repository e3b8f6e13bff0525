import { BongsuError } from "@bongsu/base";
import type { Viewer } from "@bongsu/markings";
import { sql } from "kysely";
import { type SharedReport, type SharedWorld, worldVulnerabilities } from "../../../../testing/worlds.ts";
import type { Database, Executor } from "../../../platform/database/database.ts";
// What the tests compare lies in every capability.
import { exposed, exposureStatus, situationSeen } from "../../exposure/index.ts";
import { assetOverviews } from "../../inventories/index.ts";
import { asViewer, countReports, listReports, type ReportItem, reportHistory, showReport } from "../index.ts";
import type { Seen } from "./expected.ts";

/** Every page, three at a time. */
async function pages(seen: Executor, filter: Parameters<typeof listReports>[1]): Promise<string[]> {
  const items: ReportItem[] = [];
  for (;;) {
    const page = await listReports(seen, filter, 3, items.at(-1) ?? null);
    items.push(...page);
    if (page.length < 3) return items.map(({ id }) => id);
  }
}

/** Nothing where it is not there; any other error is one. */
async function orNothing<T>(work: () => Promise<T[]>): Promise<T[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BongsuError && error.code === "sharing.unknown-report") return [];
    throw error;
  }
}

async function shown(seen: Executor, { id }: SharedReport): Promise<string[]> {
  return orNothing(async () => {
    const report = await showReport(seen, id);
    const references = report.references.map((one) => (one.kind === "vulnerability" ? one.name : one.id));
    return [`${id}: ${report.text} [${references}] cited by [${report.citedBy.map((one) => one.id).sort()}]`];
  });
}

const history = (seen: Executor, { id }: SharedReport): Promise<string[]> =>
  orNothing(async () => (await reportHistory(seen, id)).map(({ revision }) => `${id} ${revision}`));

async function each<T>(items: readonly T[], work: (item: T, index: number) => Promise<string[]>): Promise<string[]> {
  const all: string[] = [];
  for (const [index, item] of items.entries()) all.push(...(await work(item, index)));
  return all;
}

const lines = async (seen: Executor, query: ReturnType<typeof sql<{ line: string }>>): Promise<string[]> =>
  (await query.execute(seen)).rows.map(({ line }) => line);

/** What the database gives the viewer on every path out. */
export const actual = (database: Database, { reports }: SharedWorld, viewer: Viewer, now: Date): Promise<Seen> =>
  database.kysely.transaction().execute((transaction) =>
    asViewer(transaction, viewer, now, async (seen) => {
      const newestFirst = [...reports].reverse();
      const token = (report: SharedReport) => `token-${reports.indexOf(report)}-${report.revisions.length - 1}`;
      const exposures = await each(worldVulnerabilities, async (vulnerability) =>
        (await exposed(seen, { vulnerability }, { states: ["new", "acknowledged", "fixed"], history: true })).map(
          (view) => `${view.organisation.handle} ${view.vulnerability} ${view.state}`,
        ),
      );
      return {
        list: await pages(seen, { search: "common" }),
        withWithdrawn: await pages(seen, { withdrawn: true }),
        counts: [await countReports(seen, {}), await countReports(seen, { withdrawn: true })],
        found: await each(newestFirst, (report) => pages(seen, { search: `Common ${token(report)}` })),
        shown: await each(newestFirst, (report) => shown(seen, report)),
        pointers: (
          await lines(seen, sql<{ line: string }>`select report || ' ' || target as line from report_reference`)
        ).sort(),
        history: await each(newestFirst, (report) => history(seen, report)),
        exposures: exposures.sort(),
        status: (await exposureStatus(seen))
          .map((row) => `${row.organisation} ${row.vulnerability} ${row.state} ${row.assets} ${row.exposures}`)
          .sort(),
        assets: (await assetOverviews(seen)).map(({ asset }) => asset).sort(),
        situation: (await situationSeen(seen))
          .map((row) =>
            [row.sector, row.organisations, row.exposedOrganisations, row.exposedAssets, row.exposures.join(",")].join(
              " ",
            ),
          )
          .sort(),
        directory: (await sql`select id from organisation`.execute(seen)).rows.length,
        colleagues: await lines(seen, sql<{ line: string }>`select id as line from person order by 1`),
        circleMembers: await lines(
          seen,
          sql<{ line: string }>`select circle || ' ' || organisation as line from circle_member
            where circle = any((select visibility.circles())::uuid[]) order by 1`,
        ),
      };
    }),
  );
