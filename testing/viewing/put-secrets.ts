import { gzipSync } from "node:zlib";
import { type RawBuilder, sql } from "kysely";
import type { Database, Executor } from "../../hub/platform/database/database.ts";
import { idOf, sha256 } from "../../hub/platform/ids.ts";
import { worldHandle } from "../put-world.ts";
import { type SharedWorld, worldCircles, worldMoment, worldOrganisations } from "../worlds.ts";
import {
  administers,
  belongsTo,
  either,
  isInCircle,
  isMember,
  knowsOrganisation,
  knowsPerson,
  type Rule,
  seesComponents,
  seesContact,
  seesReport,
  seesRequest,
  seesRevision,
} from "./rules.ts";
import type { Secrets } from "./secrets.ts";

const at = worldMoment;

const run = async (database: Executor, ...statements: RawBuilder<unknown>[]): Promise<void> => {
  for (const statement of statements) await statement.execute(database);
};

/** The world with a secret word in every text of its reports, and in the names of its assets. */
export const withSecrets = (shared: SharedWorld, secrets: Secrets): SharedWorld => ({
  ...shared,
  reports: shared.reports.map((report) => {
    secrets.name(report.id, "report id", report.title, seesReport(report.id));
    return {
      ...report,
      title: `${report.title} ${secrets.word("report", `title of ${report.title}`, seesReport(report.id))}`,
      revisions: report.revisions.map(({ marked, text }, index) => {
        const what = `${report.title}, revision ${index + 1}`;
        return { marked, text: `${text} ${secrets.word("report", what, seesRevision(report.id, index))}` };
      }),
    };
  }),
  assets: shared.assets.map((asset) => {
    const rule = seesComponents(asset.organisation);
    secrets.name(asset.id, "asset id", `id of ${asset.name}`, rule);
    return { ...asset, name: `${asset.name} ${secrets.word("asset", asset.name, rule)}` };
  }),
});

/** Who may know of the circle: those in it; listed, every member; those who are asked in. */
export const knowsCircle = (circle: string): Rule =>
  isListed(circle) ? isMember : either(isInCircle(circle), belongsTo(invitedTo(circle)));

const place = (circle: string): number => worldCircles.indexOf(circle);
export const isListed = (circle: string): boolean => place(circle) === 0;

const invitedTo = (circle: string): string => worldOrganisations[place(circle)] ?? "";

async function putOrganisations(database: Executor, shared: SharedWorld, secrets: Secrets): Promise<void> {
  for (const [index, id] of [...shared.world.organisations.keys()].entries()) {
    const [name, contact] = [
      secrets.word("organisation", `name of organisation ${index}`, knowsOrganisation(id)),
      secrets.word("contact", `contact of organisation ${index}`, seesContact(id)),
    ];
    const domain = secrets.word("domain", `domain of organisation ${index}`, administers(id));
    const invited = secrets.word("invitation", `who was invited to organisation ${index}`, administers(id));
    secrets.name(worldHandle(id), "organisation handle", `handle of organisation ${index}`, knowsOrganisation(id));
    await run(
      database,
      sql`update organisation set name_en = ${name}, name_ko = ${name}, region = ${index % 2 === 0 ? "KR-11" : "KR-26"},
        contact_name = ${contact}, contact_email = ${`${contact}@example.org`}, contact_phone = ${contact} where id = ${id}`,
      sql`insert into organisation_domain values (${id}, ${`${domain}.example.org`}, ${domain}, ${at}, null)`,
      sql`insert into invitation (id, email, organisation, role, language, hash, created_at, expires_at)
        values (${idOf("invitation", invited)}, ${`${invited}@example.org`}, ${id}, 'analyst', 'ko', ${sha256(invited)}, ${at},
          ${new Date(at.getTime() + 86_400_000)})`,
    );
  }
}

async function putPeople(database: Executor, { world }: SharedWorld, secrets: Secrets): Promise<void> {
  for (const [index, id] of [...world.people.keys()].entries()) {
    const name = secrets.word("person", `person ${index}`, knowsPerson(id));
    await sql`update person set name = ${name}, email = ${`${name}@example.org`} where id = ${id}`.execute(database);
  }
}

async function putCircles(database: Executor, { world }: SharedWorld, secrets: Secrets): Promise<void> {
  const [first = ""] = world.organisations.keys();
  for (const [index, id] of worldCircles.entries()) {
    const name = secrets.word("circle", `circle ${index}`, knowsCircle(id));
    secrets.name(worldHandle(id), "circle handle", `handle of circle ${index}`, knowsCircle(id));
    const message = secrets.word("message", `invitation to circle ${index}`, belongsTo(invitedTo(id)));
    const [person = ""] = world.people.keys();
    await run(
      database,
      sql`update circle set name_en = ${name}, name_ko = ${name}, description = ${name}, listed = ${isListed(id)} where id = ${id}`,
      sql`insert into circle_invitation values (${id}, ${invitedTo(id)}, 'invitation', ${message}, ${at}, null)`,
      sql`insert into circle_event values (${id}, ${idOf("happened", id)}, ${at}, 'joined', ${first}, ${first}, ${person})`,
    );
  }
}

/** An SBOM of one component, of the world's own invention. */
const sbom = (name: string): Uint8Array =>
  gzipSync(
    JSON.stringify({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      components: [{ type: "library", name, version: "1.0.0", purl: `pkg:npm/${name}@1.0.0` }],
    }),
  );

/** An organisation's own package, two SBOMs, a statement and a past state, each with a word of its own. */
async function putInventories(database: Executor, shared: SharedWorld, secrets: Secrets): Promise<void> {
  for (const { organisation, id, name } of shared.assets) {
    const word = (what: string) => secrets.word("inventory", `${what} of ${name}`, seesComponents(organisation));
    const component = word("package");
    const [item, version] = [idOf("package", component), idOf("version", component)];
    const [thing, used] = [idOf("world-package"), idOf("world-package-version")];
    await run(
      database,
      sql`insert into package values (${item}, 'npm', '', ${component})`,
      sql`insert into package_version (id, package, version) values (${version}, ${item}, '1.0.0')`,
      sql`insert into component_use values (${organisation}, ${id}, ${version}, '', ${word("path")}, 1)`,
      sql`insert into component_use values (${organisation}, ${id}, ${used}, '', ${word("path")}, 1)`,
      sql`insert into unmatchable_component values (${organisation}, ${id}, 0, ${word("unmatchable")}, null, 'no-version', '')`,
      sql`insert into vex_statement (id, organisation, asset, vulnerability, package, status, impact, document, imported_at)
        values (${idOf("vex", id)}, ${organisation}, ${id}, 'CVE-2026-1000', ${thing}, 'affected', ${word("statement")},
          ${word("document")}, ${at})`,
      sql`insert into exposure_event select organisation, asset, package_version, vulnerability, ${at}, ${idOf("was", id)}, 'new',
          ${at}, ${word("cause")}, state, cause from exposure where organisation = ${organisation}`,
    );
    for (const revision of [1, 2]) {
      await sql`
        insert into sbom_document values (${organisation}, ${id}, ${revision}, ${sha256(component)}, 'cyclonedx', '1.6',
          ${word("file")}, ${at}, null, 1, 1, '[]', ${sbom(word("component"))})
      `.execute(database);
    }
  }
}

/** The id of the request to widen a report's marking. */
export const requestAbout = (report: string): string => idOf("approval", report);

/** Requests for a second person's consent: one for each organisation's reports, one of the hub's. */
async function putApprovals(database: Executor, shared: SharedWorld, secrets: Secrets): Promise<void> {
  const [requester = ""] = shared.world.people.keys();
  const insert = (id: string, kind: string, organisation: string | null, payload: object, word: string) => sql`
    insert into approval (id, kind, subject_kind, subject, organisation, payload, reason, requested_by, requested_name,
      requested_at, expires_at, state)
    values (${id}, ${kind}, 'thing', ${id}, ${organisation}, ${JSON.stringify(payload)}, ${word}, ${requester}, ${word}, ${at},
      ${new Date(at.getTime() + 86_400_000)}, 'waiting')`;
  const marking = { tlp: null, audience: { organisations: [], circles: [] }, named: [], embargoUntil: null };
  for (const { id: report, revisions } of shared.reports) {
    const owner = revisions[0]?.marked.owner ?? "";
    const id = requestAbout(report);
    const rule = seesRequest(owner);
    secrets.name(id, "approval id", "id of a request to widen", rule);
    const from = { report, revision: 1, owner, from: marking, to: marking, reasons: [] };
    const asked = { requestedFor: owner, requestedBy: null, requestedAt: at.toISOString() };
    const word = secrets.word("approval", "request to widen", rule);
    await insert(id, "widen-marking", owner, { ...from, ...asked }, word).execute(database);
  }
  const rule = seesRequest(null);
  const id = idOf("approval", "hub");
  secrets.name(id, "approval id", "id of the hub's request", rule);
  const payload = { organisation: requester, handle: "somebody", person: requester, name: "somebody" };
  const word = secrets.word("approval", "request of the hub", rule);
  await insert(id, "appoint-administrator", null, payload, word).execute(database);
}

async function putEvents(database: Executor, shared: SharedWorld, secrets: Secrets): Promise<void> {
  for (const { id, revisions } of shared.reports) {
    for (const [index] of revisions.entries()) {
      const word = secrets.word("event", `event of revision ${index + 1} of ${id}`, seesRevision(id, index));
      await sql`
        update event set data = jsonb_build_object('word', ${word}::text) where id = ${idOf("event", id, String(index))}
      `.execute(database);
    }
  }
}

const emptied = [
  ...["approval", "api_key", "circle_event", "circle_invitation", "component_use", "exposure_event", "idempotency"],
  ...["invitation", "organisation_domain", "sbom_document", "service_account", "session", "unmatchable_component"],
  ...["client_request", "vex_statement"],
];

/** Takes away what an earlier world left beside the tables that `putWorld` empties. */
export const emptyBeside = async (database: Executor): Promise<void> =>
  void (await sql`truncate ${sql.join(emptied.map((table) => sql.table(table)))}`.execute(database));

/** Puts into a world that stands in the database a secret word wherever somebody could say something. */
export async function putSecrets(database: Database, shared: SharedWorld, secrets: Secrets): Promise<void> {
  await database.kysely.transaction().execute(async (transaction) => {
    await putOrganisations(transaction, shared, secrets);
    await putPeople(transaction, shared, secrets);
    await putCircles(transaction, shared, secrets);
    await putInventories(transaction, shared, secrets);
    await putApprovals(transaction, shared, secrets);
    await putEvents(transaction, shared, secrets);
  });
}
