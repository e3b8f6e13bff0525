import assert from "node:assert/strict";
import type { HubRole, OrganisationRole } from "@bongsu/contracts";
import { sql } from "kysely";
import { cyclonedx } from "../documents.ts";
import { type FuzzActor, holding, type Marker, nobody, type TestHub } from "./markers.ts";
import { oddKeys, repairing } from "./repair.ts";
import { triaged, vaultThings } from "./vault.ts";

/** Ids of what is there, by the name of the field that takes them; the first are the vault's. */
export type Known = Record<string, unknown[]>;
const organisationRoleList: OrganisationRole[] = ["read-only", "reporter", "analyst", "organisation-administrator"];

/** A hub with organisations, people of every role, and a vault whose things carry words of their own. */
export async function fuzzWorld(hub: TestHub) {
  const { kysely } = hub.database;
  const [vault, red, blue, centre, closed] = [
    await hub.organisation("vault", "finance"),
    await hub.organisation("red", "finance"),
    await hub.organisation("blue", "energy"),
    await hub.organisation("centre", "government"),
    await hub.organisation("closed", "energy"),
  ];
  const boss = await hub.person("zqpersonvault boss", [{ of: vault, role: "organisation-administrator" }]);
  const second = await hub.person("zqpersonvault second", [{ of: vault, role: "organisation-administrator" }]);
  // What everybody may read names its author.
  const speaker = await hub.person("Speaker", [{ of: vault, role: "reporter" }]);
  const people: { name: string; of: string | null; hubRole: HubRole | null; id: string; cookie: string }[] = [];
  const add = async (
    name: string,
    roles: Parameters<TestHub["person"]>[1],
    of: string | null,
    hubRole: HubRole | null,
  ) => {
    const made = await hub.person(name, roles);
    people.push({ name, of, hubRole, ...made });
    return made;
  };
  for (const role of organisationRoleList) await add(`red ${role}`, [{ of: red, role }], "red", null);
  const blueBoss = await add("blue boss", [{ of: blue, role: "organisation-administrator" }], "blue", null);
  const root = await add("root", [{ of: centre, role: "hub-administrator" }], "centre", "hub-administrator");
  await add("second root", [{ of: centre, role: "hub-administrator" }], "centre", "hub-administrator");
  await add("national", [{ of: centre, role: "national-coordinator" }], "centre", "national-coordinator");
  await add("sector", [{ of: centre, role: "sector-coordinator", sector: "finance" }], "centre", "sector-coordinator");
  await add("auditor", [{ of: centre, role: "auditor" }], "centre", "auditor");
  await add("newcomer", [], null, null);
  const weak = await add("password only", [{ of: red, role: "organisation-administrator" }], "red", null);
  await sql`update session set strength = 'password' where id = ${weak.session}`.execute(kysely);
  const stale = await add("long signed in", [{ of: red, role: "organisation-administrator" }], "red", null);
  await sql`update session set created_at = ${new Date(hub.clock.now().getTime() - 3_600_000)} where id = ${stale.session}`.execute(
    kysely,
  );
  const suspended = await add("suspended", [{ of: red, role: "organisation-administrator" }], null, null);
  const things = await vaultThings(hub, {
    boss: boss.cookie,
    second: second.cookie,
    speaker: speaker.cookie,
    blue: blueBoss.cookie,
    root: root.cookie,
  });
  await sql`update person set status = 'suspended' where id = ${suspended.id}`.execute(kysely);

  const keys: Record<string, string> = {};
  for (const role of organisationRoleList) keys[`red ${role} key`] = await hub.key(red, role);
  keys["red narrow key"] = await hub.key(red, "organisation-administrator", ["inventories:read"]);
  const [mineAccount] = (
    await sql<{
      id: string;
      account: string;
    }>`select id, service_account as account from api_key where organisation = ${red.id} limit 1`.execute(kysely)
  ).rows;
  const ofClosed = await hub.key(closed);
  await sql`update organisation set status = 'suspended' where handle = 'closed'`.execute(kysely);
  const odd = await oddKeys(hub, red.id);
  const redBoss = people.find(({ name }) => name === "red organisation-administrator");
  assert.ok(redBoss !== undefined && mineAccount !== undefined);
  const mine = async (path: string, json: object) =>
    (await hub.ask(`/api/v1${path}`, { cookie: redBoss.cookie, json })).body;
  const redAsset = await mine("/organisations/red/assets", { name: "portal" });
  await hub.ask(`/api/v1/organisations/red/assets/${redAsset.id}/sbom`, {
    method: "PUT",
    cookie: redBoss.cookie,
    bytes: cyclonedx(["pkg:npm/lodash@4.17.20"]),
  });
  const redLine = (await hub.ask("/api/v1/exposures?organisation=red", { cookie: redBoss.cookie })).body.items[0];
  const redTriage = await triaged((path, json) => mine(path, json), "red", redLine);
  const redGroup = await mine("/organisations/red/asset-groups", { name: "line" });
  const redUpload = (
    await hub.ask(`/api/v1/organisations/red/assets/${redAsset.id}/sbom-uploads`, {
      method: "POST",
      cookie: redBoss.cookie,
      bytes: cyclonedx(["pkg:npm/left-pad@1.0.0"], {
        components: [
          { type: "library", name: "shop", cpe: "cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*", publisher: "Acme" },
        ],
      }),
    })
  ).body;
  const redReport = await mine("/organisations/red/reports", { kind: "note", title: "red", text: "red", tlp: "GREEN" });
  const redCircle = await mine("/circles", { organisation: "red", handle: "ring", name: { en: "Ring", ko: "고리" } });
  const redInvitation = await mine("/organisations/red/invitations", { email: "new@example.org", role: "reporter" });
  const advisories = (await hub.ask("/api/v1/advisories", { cookie: redBoss.cookie })).body.items;

  const origin = hub.config.url;
  const cookieOf = (cookie: string) => ({ cookie, origin });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const stranger = (name: string, headers: Record<string, string>): FuzzActor => ({
    name,
    headers,
    of: null,
    hubRole: null,
  });
  const actors: FuzzActor[] = [
    stranger("anonymous", {}),
    stranger("expired key", bearer(odd.expired)),
    stranger("revoked key", bearer(odd.revoked)),
    stranger("key of a suspended organisation", bearer(ofClosed)),
    stranger("key with a wrong secret", bearer(`${things.key.token.slice(0, -1)}_`)),
    stranger("malformed bearer", { authorization: "Bearer " }),
    stranger("malformed basic", { authorization: "Basic ====" }),
    stranger("unknown scheme", { authorization: "Negotiate abc" }),
    stranger("forged cookie", cookieOf(`${boss.cookie.slice(0, -3)}abc`)),
    stranger("somebody's cookie from elsewhere", { cookie: redBoss.cookie, origin: "https://evil.example" }),
    ...people.map(({ name, of, hubRole, cookie }) => ({ name, of, hubRole, headers: cookieOf(cookie) })),
    ...Object.entries(keys).map(([name, token]) => ({ name, of: "red", hubRole: null, headers: bearer(token) })),
  ];
  const exposure = things.exposures.items[0];
  const foreign: Record<string, string[]> = {
    asset: [things.asset.id, "zqassetvault"],
    group: [things.group.id, "zqgroupvault"],
    upload: [things.upload.id],
    supplier: ["zqsuppliervault"],
    report: things.reports
      .slice(0, -1)
      .filter((_, index) => index < 3)
      .map(({ id }) => id),
    approval: [things.wider.approval],
    account: [things.account.id],
    key: [things.key.id],
    invitation: [things.invitation.id],
    person: [boss.id, second.id],
    circle: [things.circle.handle],
    packageVersion: [exposure.packageVersion],
    domain: ["zqdomainvault.example"],
    action: [things.triage.action],
    comment: [things.triage.comment],
    view: [things.triage.view],
    statement: [things.statement.id],
  };
  const handles = ["red", "red", "red", "red", "red", "red", "vault", "blue", "centre", "nobody"];
  const known: Known = {
    ...foreign,
    asset: [...(foreign.asset ?? []), redAsset.id, "portal"],
    group: [...(foreign.group ?? []), redGroup.id, "line"],
    upload: [things.upload.id, redUpload.id],
    action: [things.triage.action, redTriage.action, "acknowledge", "remediate", "fix", "accept", "reopen", "assign"],
    comment: [things.triage.comment, redTriage.comment],
    view: [things.triage.view, redTriage.view],
    exposures: [redLine, exposure].map(({ asset, packageVersion, vulnerability }) => ({
      asset: asset.id,
      packageVersion,
      vulnerability,
    })),
    supplier: ["zqsuppliervault", "Acme"],
    cpe: ["cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*"],
    report: [...things.reports.map(({ id }) => id), redReport.id],
    circle: [things.circle.handle, redCircle.handle],
    circles: [things.circle.handle, redCircle.handle],
    account: [things.account.id, mineAccount.account],
    key: [things.key.id, mineAccount.id],
    invitation: [things.invitation.id, redInvitation.id],
    person: [boss.id, ...people.map(({ id }) => id)],
    named: [boss.id, ...people.slice(0, 3).map(({ id }) => id)],
    advisory: advisories.map(({ id }: { id: string }) => id),
    vulnerability: ["CVE-2026-0001", "GHSA-aaaa-bbbb-cccc"],
    revision: [1, 2],
    from: [1],
    to: [1],
    ...Object.fromEntries(
      ["organisation", "organisations", "owner", "parent", "client", "provider", "member"].map((name) => [
        name,
        handles,
      ]),
    ),
    region: ["KR-11"],
    tlp: ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED", null],
    purl: ["pkg:npm/lodash", "pkg:npm/lodash@4.17.20"],
    package: ["pkg:npm/lodash", "pkg:npm/lodash@4.17.20"],
    ecosystem: ["npm", "Debian"],
    id: [things.asset.id, ...things.reports.map(({ id }) => id), redReport.id],
  };
  /** Ids that only their owners see, with those who may by construction. */
  const hidden: Marker[] = [
    ...things.reports.slice(0, 3).map(({ id }) => ({ word: id, may: holding("auditor") })),
    { word: things.asset.id, may: holding("auditor") },
    { word: things.key.token.split(".")[1], may: nobody },
    { word: things.account.id, may: holding("auditor", "hub-administrator") },
    { word: things.invitation.id, may: holding("auditor", "hub-administrator") },
    { word: things.wider.approval, may: holding("auditor") },
  ];
  const { keep, repair } = repairing(
    hub.database,
    people.map(({ id }) => id),
  );
  await keep();
  return { actors, known, foreign, hidden, repair, vaultBoss: boss.cookie };
}

export type FuzzWorld = Awaited<ReturnType<typeof fuzzWorld>>;
