import assert from "node:assert/strict";
import fc from "fast-check";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { kev, openvex, osv } from "../../../../testing/documents.ts";
import type { Database } from "../../../platform/database/database.ts";
import { day, historyFaults, keyOf, working } from "./testing/members.ts";

const names = ["a", "b", "c"];
const assets = ["one", "two"];

const advisory = (name: string, withdrawn: boolean, turn: number) =>
  osv({
    id: `CVE-2026-10${names.indexOf(name)}`,
    package: ["npm", name],
    events: [{ introduced: "0" }, { fixed: "9.0.0" }],
    modified: new Date(Date.UTC(2026, 0, 1) + turn * 1_000).toISOString(),
    ...(withdrawn ? { withdrawn: "2026-03-01T00:00:00Z" } : {}),
  });

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom("acknowledge", "remediate", "fix", "accept", "reopen", "assign", "unassign", "due"),
      which: fc.integer({ min: 1, max: 63 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo"), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("inventory", "not-affected"), which: fc.nat(15) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom("advisory", "kev", "vex", "facts", "hours"), which: fc.nat(7) }),
  },
);

/** What people decided, exposure by exposure, and by when the open ones are due. */
async function standing(database: Database) {
  const { rows } = await sql`
    select asset, package_version, vulnerability, state, assignee, declared, accepted_until, planned_for,
      case when state in ('new', 'acknowledged', 'remediating') then due_at end as due_at
    from exposure order by 1, 2, 3
  `.execute(database.kysely);
  return rows;
}

onBothDatabases(
  "whatever people and causes do, and undo, every history is whole and every state what the last event says",
  async (database, context) => {
    const hub = await working(database, context);
    let turn = 0;
    const everything =
      "?state=new&state=acknowledged&state=remediating&state=accepted&state=fixed&state=not_affected&state=retracted";
    const run = async ({ kind, which }: { kind: string; which: number }, actions: string[]) => {
      turn += 1;
      const name = names[which % names.length] ?? "a";
      const asset = assets[which % assets.length] ?? "one";
      switch (kind) {
        case "undo": {
          const action = actions[actions.length - 1 - which];
          return action === undefined ? null : hub.undo(action);
        }
        case "inventory":
          return hub.inventory(
            asset,
            names.filter((_, index) => (which >> 1) & (1 << index)).map((one) => `pkg:npm/${one}@1.0.0`),
          );
        case "advisory":
          return hub.advise(advisory(name, which > 3, turn));
        case "kev":
          return hub.advise(kev(which % 2 === 0 ? [`CVE-2026-10${which % 3}`] : []), "kev.json");
        case "vex": {
          const status = ["fixed", "affected", "not_affected"][which % 3] ?? "fixed";
          const timestamp = new Date(Date.UTC(2026, 5, 1) + turn * 1_000).toISOString();
          return hub.advise(
            openvex({
              vulnerability: `CVE-2026-10${which % 3}`,
              products: [`pkg:npm/${name}@1.0.0`],
              status,
              timestamp,
            }),
            "v.json",
          );
        }
        case "facts": {
          const json = {
            criticality: which % 2 === 0 ? "very-high" : "low",
            network: which > 3 ? "internet" : "isolated",
          };
          return hub.ask(`${hub.own}/assets/${asset}`, { method: "PATCH", cookie: hub.boss.cookie, json });
        }
        case "hours":
          await hub.later(which * 3_600_000);
          return hub.minute();
      }
      const exposures = (await hub.lines(everything)).filter((_, index) => which & (1 << index)).map(keyOf);
      if (exposures.length === 0) return null;
      if (kind === "not-affected") {
        const json = { exposures, justification: "component_not_present", scope: which > 7 ? "asset" : "version" };
        const { body } = await hub.ask(`${hub.own}/vex-statements`, { cookie: hub.boss.cookie, json });
        if (body.action !== null) actions.push(body.action);
        return body;
      }
      const until = hub.at(((which % 9) + 1) * (kind === "due" ? day : 4 * 3_600_000));
      const { status, body } = await hub.act({ action: kind, exposures, text: "why", until, person: hub.analyst.id });
      assert.equal(status, 201, JSON.stringify(body));
      if (body.action !== null) actions.push(body.action);
      return body;
    };
    for (const asset of assets)
      await hub.inventory(
        asset,
        names.map((name) => `pkg:npm/${name}@1.0.0`),
        { network: "internet" },
      );
    for (const name of names) await hub.advise(advisory(name, false, 0));
    const seed = Number(process.env.BONGSU_FUZZ_SEED ?? 5);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { minLength: 5, maxLength: 14 }), async (steps) => {
        const actions: string[] = [];
        for (const [one, back] of steps) {
          const before = await standing(database);
          const done = actions.length;
          await run(one, actions);
          assert.deepEqual(await historyFaults(database), [], JSON.stringify(one));
          const [action] = actions.slice(done);
          if (!back || action === undefined) continue;
          assert.equal((await hub.undo(action)).status, 200);
          assert.deepEqual(await standing(database), before, `undone at once: ${JSON.stringify(one)}`);
          assert.deepEqual(await historyFaults(database), [], `undone: ${JSON.stringify(one)}`);
        }
      }),
      { numRuns: Number(process.env.BONGSU_FUZZ_RUNS ?? 12), seed, endOnFailure: true },
    );
    const { rows } = await sql<{ cause: string }>`select distinct cause from exposure_event`.execute(database.kysely);
    const causes = new Set(rows.map(({ cause }) => cause.replace(/ \d+$/, "")));
    for (const cause of [
      "acknowledge",
      "remediate",
      "fix",
      "accept",
      "reopen",
      "assign",
      "due",
      "vex",
      "sbom",
      "undo",
    ]) {
      assert.ok(causes.has(cause), `${cause} among ${[...causes]}`);
    }
  },
);
