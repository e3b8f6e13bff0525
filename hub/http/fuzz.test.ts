import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { onBothDatabases } from "../../testing/databases.ts";
import { essence, twinsOf } from "../../testing/fuzz/absent.ts";
import { hostileBodies, hostileTexts, large, wrongValues } from "../../testing/fuzz/hostile.ts";
import type { Generating } from "../../testing/fuzz/json-schema.ts";
import { faultsOf, shownIn } from "../../testing/fuzz/judge.ts";
import { describedIn, type Request, requestsFor } from "../../testing/fuzz/requests.ts";
import { send } from "../../testing/fuzz/send.ts";
import { fuzzWorld } from "../../testing/fuzz/world.ts";
import { testHub } from "../../testing/hub.ts";
import { trusting, verifyAudit } from "../capabilities/audit/index.ts";

/** Requests for each operation. `BONGSU_FUZZ_RUNS=500` for a night. */
const runs = Number(process.env.BONGSU_FUZZ_RUNS ?? 40);
const seed = Number(process.env.BONGSU_FUZZ_SEED ?? 20_261_120);

/** Requests at a time: enough for transactions to meet. */
const abreast = 4;

const seedFor = (name: string): number => createHash("sha256").update(`${seed} ${name}`).digest().readInt32BE(0);

const told = ({ actor, operation, method, path, headers, body, truncated }: Request): string => {
  const { authorization: _, cookie: __, ...shown } = headers;
  const bytes = body === undefined ? "" : ` ${Buffer.from(body).toString("utf8").slice(0, 300)}`;
  return `${operation.operationId} by ${actor.name}: ${method} ${path.slice(0, 300)} ${JSON.stringify(shown).slice(0, 300)}${truncated ? " (cut)" : ""}${bytes}`;
};

const isTrail = ({ operationId }: { operationId: string }): boolean => /^(audit|events)\./.test(operationId);

onBothDatabases("no generated request breaks the hub, or shows what belongs to others", async (database, context) => {
  const hub = await testHub(database, context);
  const world = await fuzzWorld(hub);
  const document = (await hub.ask("/api/openapi.json")).body;
  // An organisation's own trail keeps what its people tried, others' ids among it, and its events what they did: it is read before they do.
  const operations = describedIn(document).sort((a, b) => Number(isTrail(b)) - Number(isTrail(a)));
  assert.ok(operations.length > 80, `${operations.length} operations`);
  const generating: Generating = { components: document.components.schemas, known: (name) => world.known[name] };
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  const shown = new Set<string>();
  for (const operation of operations) {
    await world.repair();
    const requests = fc.sample(requestsFor(operation, generating, world), {
      numRuns: runs,
      seed: seedFor(operation.operationId),
    });
    const work = requests.values();
    const worker = async () => {
      for (const request of work) {
        try {
          const got = await send(hub.address, request);
          if (got === null) continue;
          statuses.set(got.status, (statuses.get(got.status) ?? 0) + 1);
          for (const word of shownIn(request, got)) shown.add(word);
          for (const fault of faultsOf(request, got, world.hidden)) faults.push(`${fault} — ${told(request)}`);
        } catch (error) {
          faults.push(`${error} — ${told(request)}`);
        }
      }
    };
    await Promise.all(Array.from({ length: abreast }, worker));
  }
  context.diagnostic(
    `statuses: ${[...statuses]
      .sort()
      .map(([status, count]) => `${status}×${count}`)
      .join(" ")}`,
  );
  const unexpected = hub.log
    .filter((line) => /http\.unexpected|"level":[56]0/.test(line))
    .map((line) => line.slice(0, 1500));
  assert.deepEqual(
    [...new Set([...faults, ...unexpected])].slice(0, 20),
    [],
    `BONGSU_FUZZ_SEED=${seed} BONGSU_FUZZ_RUNS=${runs}: ${faults.length} faults`,
  );
  assert.ok(shown.size > 5, `those who may see the vault's things did: ${[...shown]}`);
  const after = await hub.ask("/api/v1/organisations/vault/assets", { cookie: world.vaultBoss });
  assert.equal(after.body.items[0].name, "zqassetvault", "the hub still serves, and the vault is whole");
  await hub.settle();
  const { identity } = hub.hub;
  const isSigned = trusting({ keyId: identity.keyId, raw: identity.publicKey.raw });
  const verification = await verifyAudit(database.kysely, { isSigned, now: hub.clock.now() });
  assert.deepEqual(verification.faults, []);
  assert.ok(verification.entries > operations.length);
});

onBothDatabases("what belongs to others answers as what is not there", async (database, context) => {
  const hub = await testHub(database, context);
  const world = await fuzzWorld(hub);
  const document = (await hub.ask("/api/openapi.json")).body;
  const generating: Generating = { components: document.components.schemas, known: (name) => world.known[name] };
  const differences: string[] = [];
  const compared = new Set<string>();
  for (const operation of describedIn(document)) {
    await world.repair();
    for (const { field, foreign, absent, foreignId, absentId } of twinsOf(operation, generating, world, seed)) {
      const [one, other] = [await send(hub.address, foreign), await send(hub.address, absent)];
      if (one === null || other === null) continue;
      if (one.status === 404) compared.add(field);
      if (essence(one, foreignId) === essence(other, absentId)) continue;
      differences.push(
        `${told(foreign)}: ${one.status} ${one.text.slice(0, 300)} / ${other.status} ${other.text.slice(0, 300)}`,
      );
    }
  }
  assert.deepEqual(differences.slice(0, 20), [], `${differences.length} differ`);
  assert.deepEqual([...compared].sort(), [
    "account",
    "action",
    "approval",
    "asset",
    "circle",
    "comment",
    "domain",
    "group",
    "invitation",
    "key",
    "packageVersion",
    "person",
    "report",
    "statement",
    "supplier",
    "upload",
    "view",
  ]);
});

const routes = new URL("../capabilities/accounts/routes/", import.meta.url);

/** Every address of the sign-in: `get("/session", …)`, `post("/sign-in", …)`. */
const signInPaths = readdirSync(routes)
  .flatMap((file) => [...readFileSync(new URL(file, routes), "utf8").matchAll(/\b(get|post)\(\s*"(\/[\w/-]+)"/g)])
  .map(([, method = "", path = ""]) => ({ method: method.toUpperCase(), path: `/api/auth${path}` }));

const fieldNames = [
  "email",
  "password",
  "code",
  "token",
  "name",
  "to",
  "id",
  "currentPassword",
  "newPassword",
  "language",
  "response",
];

onBothDatabases("the sign-in answers whatever it is sent, and stays whole", async (database, context) => {
  const hub = await testHub(database, context);
  const person = await hub.person("Kim", [{ of: await hub.organisation("kt"), role: "analyst" }]);
  assert.ok(signInPaths.length > 15, String(signInPaths.length));
  const value = fc.constantFrom<unknown>("kim@example.org", ...hostileTexts, ...wrongValues);
  const body = fc.oneof(
    fc.dictionary(fc.constantFrom(...fieldNames), value).map((fields) => Buffer.from(JSON.stringify(fields))),
    fc.constantFrom(...hostileBodies, Buffer.from(JSON.stringify({ email: large }))),
  );
  const faults: string[] = [];
  for (const { method, path } of signInPaths) {
    for (const sent of fc.sample(body, { numRuns: Math.ceil(runs / 3), seed: seedFor(path) })) {
      for (const cookie of [null, person.cookie]) {
        // Signing out is a right answer; everybody else's session must still be there.
        if (/sign-out|sessions/.test(path) && cookie !== null) continue;
        const own = { origin: hub.config.url, "content-type": "application/json" };
        const headers: Record<string, string> = cookie === null ? own : { ...own, cookie };
        const got = await send(hub.address, { method, path, headers, ...(method === "POST" ? { body: sent } : {}) });
        const isAway = got?.text.includes("accounts.single-sign-on-unavailable");
        if (got === null || ((got.status < 500 || isAway) && got.headers["content-security-policy"] !== undefined))
          continue;
        faults.push(
          `${method} ${path} ${got.status} ${got.text.slice(0, 200)} — ${Buffer.from(sent).toString().slice(0, 200)}`,
        );
      }
    }
  }
  assert.deepEqual(faults.slice(0, 10), [], `BONGSU_FUZZ_SEED=${seed}`);
  assert.deepEqual(
    hub.log.filter((line) => /"level":[56]0/.test(line)).map((line) => line.slice(0, 1000)),
    [],
  );
  assert.equal((await hub.ask("/api/v1/me", { cookie: person.cookie })).status, 200);
});
