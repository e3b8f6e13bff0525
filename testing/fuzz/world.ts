import assert from "node:assert/strict";
import type { HubRole, OrganisationRole } from "@bongsu/contracts";
import { sql } from "kysely";
import { makeKey } from "../../hub/capabilities/members/index.ts";
import type { Database } from "../../hub/platform/database/database.ts";
import { newId } from "../../hub/platform/ids.ts";
import { cyclonedx, osv } from "../documents.ts";
import type { testHub } from "../hub.ts";

export type TestHub = Awaited<ReturnType<typeof testHub>>;

/** Somebody who sends requests: his headers, and what the test knows of him. */
export interface FuzzActor {
  name: string;
  headers: Record<string, string>;
  /** `red` or `blue`: for whom he acts; null for nobody. */
  of: string | null;
  hubRole: HubRole | null;
}

/** A word that stands only in certain things, and who may come to see it. */
export interface Marker {
  word: string;
  may(actor: FuzzActor): boolean;
}

const nobody = () => false;
const ofBlue = ({ of }: FuzzActor) => of === "blue";
const holding =
  (...roles: HubRole[]) =>
  ({ hubRole }: FuzzActor) =>
    hubRole !== null && roles.includes(hubRole);

/** What belongs to `vault`, an organisation for which nobody who sends requests acts. */
export const markers: readonly Marker[] = [
  // Only its own organisation, or those whom it names: whoever administers or audits the hub reads no reports.
  { word: "zqreportvault", may: nobody },
  { word: "zqredvault", may: nobody },
  { word: "zqembargovault", may: ofBlue },
  { word: "zqsharedvault", may: ofBlue },
  { word: "zqcircletextvault", may: ofBlue },
  { word: "zqreasonvault", may: nobody },
  { word: "zqcomponentvault", may: nobody },
  { word: "zqvexvault", may: nobody },
  { word: "zqactionvault", may: nobody },
  { word: "zqcommentvault", may: nobody },
  { word: "zqviewvault", may: holding("auditor") },
  { word: "zqsuppliervault", may: nobody },
  { word: "zqmodelvault", may: nobody },
  { word: "zqdescriptionvault", may: nobody },
  // The trail keeps the names of assets and the handles of circles that were made.
  { word: "zqassetvault", may: holding("auditor") },
  { word: "zqgroupvault", may: holding("auditor") },
  { word: "zqcirclevault", may: (actor) => ofBlue(actor) || holding("auditor")(actor) },
  { word: "zqaccountvault", may: holding("auditor", "hub-administrator") },
  { word: "zqdomainvault", may: holding("auditor", "hub-administrator") },
  { word: "zqinvitedvault", may: holding("auditor", "hub-administrator") },
  { word: "zqpersonvault", may: (actor) => ofBlue(actor) || holding("auditor", "hub-administrator")(actor) },
  {
    word: "zqcontactvault",
    may: holding("hub-administrator", "national-coordinator", "sector-coordinator", "auditor"),
  },
];

/** Ids of what is there, by the name of the field that takes them; the first are the vault's. */
export type Known = Record<string, unknown[]>;

/** What somebody did with an exposure, said of it, and keeps of the list. */
async function triaged(
  post: (path: string, json: object) => Promise<Record<string, string>>,
  organisation: string,
  line: Exposed,
) {
  const own = `/organisations/${organisation}`;
  const { asset, packageVersion, vulnerability } = line;
  const exposures = [{ asset: asset.id, packageVersion, vulnerability }];
  const word = (what: string) => `zq${what}${organisation}`;
  const action = await post(`${own}/exposure-actions`, { action: "acknowledge", text: word("action"), exposures });
  const comment = await post(`${own}/exposure-comments`, { vulnerability, text: word("comment") });
  const view = await post(`${own}/exposure-views`, { name: word("view"), shared: true, filters: {} });
  return { action: action.action ?? "", comment: comment.id ?? "", view: view.id ?? "" };
}

interface Exposed {
  asset: { id: string };
  packageVersion: string;
  vulnerability: string;
}

async function vaultThings(hub: TestHub, cookies: Record<"boss" | "second" | "speaker" | "blue" | "root", string>) {
  const ask = async (cookie: string, method: string, path: string, given: object = {}, wanted = [200, 201]) => {
    const { status, body } = await hub.ask(`/api/v1${path}`, { cookie, method, ...given });
    assert.ok(wanted.includes(status), `${method} ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const { boss, second, speaker, blue, root } = cookies;
  const own = "/organisations/vault";
  const group = await ask(boss, "POST", `${own}/asset-groups`, { json: { name: "zqgroupvault" } });
  const facts = { description: "zqdescriptionvault", groups: [group.id], tags: ["zqdescriptionvault"] };
  const asset = await ask(boss, "POST", `${own}/assets`, { json: { name: "zqassetvault", ...facts } });
  const bytes = cyclonedx(["pkg:npm/lodash@4.17.20", "pkg:npm/zqcomponentvault@1.0.0"], {
    metadata: { component: { type: "device", name: "zqcomponentvault", supplier: { name: "zqsuppliervault" } } },
    services: [{ name: "zqcomponentvault", provider: { name: "zqsuppliervault" } }],
  });
  await ask(boss, "PUT", `${own}/assets/${asset.id}/sbom?file=zqassetvault.json`, { bytes });
  const mlBom = cyclonedx([], {
    components: [{ type: "machine-learning-model", name: "zqmodelvault", supplier: { name: "zqsuppliervault" } }],
  });
  await ask(boss, "POST", `${own}/assets`, { json: { name: "zqassetvault ai", kind: "ai-system" } });
  await ask(boss, "PUT", `${own}/assets/zqassetvault%20ai/sbom?file=zqassetvault.json`, { bytes: mlBom });
  const upload = await ask(boss, "POST", `${own}/assets/zqassetvault%20ai/sbom-uploads?file=zqassetvault.json`, {
    bytes: mlBom,
  });
  const lodash = osv({
    id: "GHSA-aaaa-bbbb-cccc",
    aliases: ["CVE-2026-0001"],
    package: ["npm", "lodash"],
    events: [{ introduced: "0" }, { fixed: "4.17.21" }],
  });
  await ask(root, "POST", "/advisories", { bytes: lodash });
  const exposures = await ask(boss, "GET", "/exposures?organisation=vault");
  const vex = new TextEncoder().encode(
    JSON.stringify({
      "@context": "https://openvex.dev/ns/v0.2.0",
      "@id": "https://example.org/zqvexvault",
      author: "zqvexvault",
      timestamp: "2026-03-01T00:00:00Z",
      version: 1,
      statements: [
        {
          vulnerability: { name: "CVE-2026-0001" },
          products: [{ "@id": "pkg:npm/other@1" }],
          status: "not_affected",
          justification: "component_not_present",
          impact_statement: "zqvexvault",
        },
      ],
    }),
  );
  await ask(boss, "POST", `${own}/vex`, { bytes: vex });
  const triage = await triaged((path, json) => ask(boss, "POST", path, { json }), "vault", exposures.items[0]);
  const [statement] = (await ask(boss, "GET", `${own}/vex-statements`)).items;
  const circle = await ask(boss, "POST", "/circles", {
    json: {
      organisation: "vault",
      handle: "zqcirclevault",
      name: { en: "zqcirclevault", ko: "zqcirclevault" },
      listed: false,
    },
  });
  await ask(boss, "POST", `/circles/${circle.handle}/invitations`, {
    json: { member: "blue", message: "zqcirclevault" },
  });
  await ask(blue, "PUT", `/circles/${circle.handle}/members/blue`, { json: {} });
  const share = (word: string, marking: object, by = boss) =>
    ask(by, "POST", `${own}/reports`, { json: { kind: "note", title: word, text: `${word} **here**`, ...marking } });
  const later = new Date(hub.clock.now().getTime() + 24 * 3_600_000).toISOString();
  const reports = [
    await share("zqreportvault", { tlp: "AMBER+STRICT" }),
    await share("zqreportvault", {}),
    await share("zqredvault", { tlp: "RED" }),
    await share("zqsharedvault", { tlp: "AMBER+STRICT", organisations: ["blue"] }),
    await share("zqcircletextvault", { tlp: "AMBER", circles: [circle.handle] }),
    await share("zqembargovault", { tlp: "GREEN", organisations: ["blue"], embargoUntil: later }),
  ];
  const references = [
    { kind: "report", id: reports[0].id },
    { kind: "asset", organisation: "vault", id: asset.id },
  ];
  const open = await share("vault speaks", { tlp: "CLEAR", references }, speaker);
  const withdrawn = await share("zqreportvault", { tlp: "AMBER" });
  await ask(boss, "POST", `/reports/${withdrawn.id}/withdrawal`, { json: {} });
  const wider = await ask(boss, "PUT", `/reports/${reports[0].id}/marking`, {
    json: { tlp: "CLEAR", reason: "zqreasonvault" },
  });
  const account = await ask(boss, "POST", `${own}/service-accounts`, {
    json: { name: "zqaccountvault", role: "analyst" },
  });
  const key = await ask(boss, "POST", `${own}/service-accounts/${account.id}/keys`, { json: { scopes: ["*"] } });
  await ask(boss, "POST", `${own}/domains`, { json: { domain: "zqdomainvault.example" } });
  const invitation = await ask(second, "POST", `${own}/invitations`, {
    json: { email: "zqinvitedvault@example.org", role: "analyst" },
  });
  const contact = { name: "zqcontactvault", email: "zqcontactvault@example.org", phone: "02-123-4567" };
  await ask(boss, "PATCH", own, { json: { contact } });
  return {
    asset,
    group,
    upload,
    exposures,
    ...{ triage, statement },
    circle,
    reports: [...reports, withdrawn, open],
    wider,
    account,
    key,
    invitation,
  };
}

/** Service accounts and keys of an organisation, with what may be wrong with them. */
async function oddKeys(hub: TestHub, organisation: string) {
  const { kysely } = hub.database;
  const now = hub.clock.now();
  const day = 24 * 3_600_000;
  const account = newId(now);
  await sql`insert into service_account (organisation, id, name, role, created_at) values (${organisation}, ${account}, 'odd', 'organisation-administrator', ${now})`.execute(
    kysely,
  );
  const made = async (expires: number, revoked: number | null) => {
    const { token, id, hash, hint } = makeKey(now);
    await sql`
      insert into api_key (id, organisation, service_account, hash, hint, scopes, created_at, expires_at, revoked_at)
      values (${id}, ${organisation}, ${account}, ${hash}, ${hint}, ${["*"]}, ${now}, ${new Date(now.getTime() + expires)},
        ${revoked === null ? null : new Date(now.getTime() + revoked)})
    `.execute(kysely);
    return token;
  };
  return { expired: await made(-day, null), revoked: await made(day, -day) };
}

/** Puts back what requests took from those who send them: roles, sessions, keys. */
function repairing({ kysely }: Database, persons: readonly string[]) {
  const copies = ["membership", "session", "api_key", "service_account", "person"] as const;
  return {
    keep: async () => {
      for (const table of copies) await sql.raw(`create table fuzz_${table} as select * from ${table}`).execute(kysely);
    },
    repair: async () => {
      await sql`update organisation set status = 'active' where status <> 'active' and handle <> 'closed'`.execute(
        kysely,
      );
      await sql`update person p set status = f.status from fuzz_person f where p.id = f.id and p.status <> f.status`.execute(
        kysely,
      );
      await sql`
        delete from membership m where m.person = any(${[...persons]}::uuid[]) and not exists (select 1 from fuzz_membership f
          where f.organisation = m.organisation and f.person = m.person and f.role = m.role and f.sector = m.sector)
      `.execute(kysely);
      for (const table of ["membership", "session"]) {
        await sql.raw(`insert into ${table} select * from fuzz_${table} on conflict do nothing`).execute(kysely);
      }
      await sql`update api_key k set revoked_at = f.revoked_at, replaced_by = f.replaced_by from fuzz_api_key f where k.id = f.id and k.revoked_at is distinct from f.revoked_at`.execute(
        kysely,
      );
      await sql`update service_account a set disabled_at = f.disabled_at from fuzz_service_account f where a.id = f.id and a.disabled_at is distinct from f.disabled_at`.execute(
        kysely,
      );
    },
  };
}

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
