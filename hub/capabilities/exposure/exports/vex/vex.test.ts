import assert from "node:assert/strict";
import { readAdvisories, type VexStatement } from "@bongsu/advisories";
import { compileIndex, match, openIndex } from "@bongsu/matching";
import { readSbom } from "@bongsu/sbom";
import { onBothDatabases } from "../../../../../testing/databases.ts";
import { cyclonedx, openvex, osv } from "../../../../../testing/documents.ts";
import { at, exported, exposedWorld } from "../testing/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document of JSON
type Json = any;

const states = /^(resolved|resolved_with_pedigree|exploitable|in_triage|false_positive|not_affected)$/;
const justifications =
  /^(code_not_present|code_not_reachable|requires_(configuration|dependency|environment)|protected_(by_compiler|at_runtime|at_perimeter|by_mitigating_control))$/;
const responses = /^(can_not_fix|will_not_fix|update|rollback|workaround_available)$/;
const types = /^(application|framework|library|container|platform|operating-system|device|firmware|file)$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const flat = (components: Json[]): Json[] => components.flatMap((one) => [one, ...flat(one.components ?? [])]);

/** What `bom-1.6.schema.json` asks of the parts that we write, and that no reference leads nowhere. */
function checkCycloneDx(document: Json): void {
  assert.deepEqual([document.bomFormat, document.specVersion, document.version], ["CycloneDX", "1.6", 1]);
  assert.match(document.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  assert.match(document.metadata.timestamp, time);
  const components = flat([document.metadata.component, ...document.components]);
  for (const component of components) {
    assert.match(component.type, types);
    assert.ok(component.name.length > 0);
    for (const name of Object.keys(component)) {
      assert.ok(["type", "bom-ref", "name", "version", "purl", "cpe", "components"].includes(name), name);
    }
  }
  const refs = components.map((component) => component["bom-ref"]);
  assert.equal(new Set(refs).size, refs.length, "every bom-ref is there once");
  const entries = document.vulnerabilities.map((one: Json) => JSON.stringify(one));
  assert.equal(new Set(entries).size, entries.length, "uniqueItems");
  for (const { id, analysis, affects, ratings = [], published, references = [] } of document.vulnerabilities) {
    assert.ok(typeof id === "string" && id.length > 0);
    assert.match(analysis.state, states);
    if (analysis.justification !== undefined) assert.match(analysis.justification, justifications);
    for (const response of analysis.response ?? []) assert.match(response, responses);
    for (const at of [analysis.firstIssued, analysis.lastUpdated]) assert.match(at, time);
    if (published !== undefined) assert.match(published, time);
    for (const { severity, method } of ratings) {
      assert.match(severity, /^(critical|high|medium|low|info|none|unknown)$/);
      assert.match(method, /^(CVSSv2|CVSSv3|CVSSv31|CVSSv4|OWASP|SSVC|other)$/);
    }
    for (const reference of references) assert.ok(reference.id !== "" && reference.source.name !== "");
    assert.ok(affects.length > 0);
    for (const { ref } of affects) assert.ok(refs.includes(ref), `${ref} is described`);
  }
}

const lodash = osv({
  id: "CVE-2026-0002",
  package: ["npm", "lodash"],
  events: [{ introduced: "0" }, { fixed: "4.17.22" }],
});

/** What matching says of the vulnerability in an inventory of two versions, once it has been given the document. */
async function matched(document: string): Promise<(string | undefined)[]> {
  const { components } = await readSbom(cyclonedx(["pkg:npm/lodash@4.17.20", "pkg:npm/lodash@4.17.19"]));
  const bom = { name: "sbom", id: null, revision: null, subject: null, components, statements: [] };
  const { statements } = readAdvisories(document);
  const { findings } = match([bom], openIndex(compileIndex([readAdvisories(lodash)])), { statements });
  return findings.map(({ version, vex }) => `${version} ${vex?.status}`).sort();
}

/** Every state that there is, on one asset or another. */
async function standing(...[database, context]: Parameters<typeof exposedWorld>) {
  const hub = await exposedWorld(database, context);
  const vex = openvex({
    vulnerability: "CVE-2026-0002",
    products: ["pkg:npm/lodash@4.17.20"],
    status: "not_affected",
    justification: "vulnerable_code_not_in_execute_path",
  });
  const posted = await hub.send(`${at}/organisations/bank/vex`, { key: hub.keys.bank, bytes: vex });
  assert.equal(posted.status, 200);
  hub.clock.advance(3_600_000);
  await hub.stand("core", "CVE-2026-0001", { state: "remediating" });
  await hub.stand("core", "CVE-2026-0004", { state: "accepted", until: "2027-01-31T00:00:00Z" });
  await hub.stand("인터넷 뱅킹", "CVE-2026-0001", { state: "fixed" });
  return hub;
}

const told = (statements: readonly VexStatement[]) =>
  statements
    .map((one) => {
      const [subject] = one.components.length > 0 ? one.components : one.subjects;
      return [one.vulnerabilities[0], subject?.purl, one.status, one.justification, one.action ?? null].join(" | ");
    })
    .sort();

const zlib = "pkg:deb/debian/zlib@1.2.13?arch=source&distro=debian-12";

onBothDatabases("CycloneDX VEX of an asset says how it stands, and is read back as that", async (database, context) => {
  const hub = await standing(database, context);
  const { body, headers, status } = await hub.ask("/organisations/bank/exposure-exports/vex?asset=core");
  assert.equal(status, 200);
  assert.match(headers.get("content-type") ?? "", /^application\/vnd\.cyclonedx\+json/);
  const document = typeof body === "string" ? JSON.parse(body) : body;
  checkCycloneDx(document);
  assert.deepEqual([document.metadata.component.name, document.metadata.authors], ["core", [{ name: "bank" }]]);
  const analyses = Object.fromEntries(document.vulnerabilities.map((one: Json) => [one.id, one.analysis]));
  assert.deepEqual([analyses["CVE-2026-0001"].state, analyses["CVE-2026-0001"].response], ["exploitable", ["update"]]);
  assert.deepEqual(
    [analyses["CVE-2026-0002"].state, analyses["CVE-2026-0002"].justification],
    ["not_affected", "code_not_reachable"],
  );
  const accepted = analyses["CVE-2026-0004"];
  assert.deepEqual([accepted.state, accepted.response], ["exploitable", ["will_not_fix"]]);
  assert.match(accepted.detail, /accepted until 2027-01-31/);
  assert.deepEqual(
    [accepted.firstIssued, accepted.lastUpdated],
    ["2026-11-20T00:00:00.000Z", "2026-11-20T01:00:00.000Z"],
  );

  const { statements, problems } = readAdvisories(JSON.stringify(document));
  assert.deepEqual(problems, []);
  assert.deepEqual(told(statements), [
    "CVE-2026-0001 | pkg:npm/lodash@4.17.20 | affected |  | Update to 4.17.21.\n\nupdate",
    "CVE-2026-0002 | pkg:npm/lodash@4.17.20 | not_affected | vulnerable_code_not_in_execute_path | ",
    `CVE-2026-0004 | ${zlib} | affected |  | will_not_fix`,
  ]);
  assert.deepEqual(await matched(JSON.stringify(document)), ["4.17.19 undefined", "4.17.20 not_affected"]);
});

onBothDatabases("VEX of the whole organisation keeps its assets apart", async (database, context) => {
  const hub = await standing(database, context);
  const { body } = await hub.ask("/organisations/bank/exposure-exports/vex?language=ko");
  const document = typeof body === "string" ? JSON.parse(body) : body;
  checkCycloneDx(document);
  assert.deepEqual(document.components.map(({ name }: Json) => name).sort(), ["core", "인터넷 뱅킹"]);
  const of = (name: string) => document.components.find((one: Json) => one.name === name).components[0]["bom-ref"];
  const state = (name: string, id: string) =>
    document.vulnerabilities.find((one: Json) => one.id === id && one.affects.some(({ ref }: Json) => ref === of(name)))
      ?.analysis.state;
  assert.equal(state("인터넷 뱅킹", "CVE-2026-0001"), "resolved");
  assert.equal(state("인터넷 뱅킹", "CVE-2026-0002"), "in_triage");
  assert.match(JSON.stringify(document), /까지 위험을 수용했습니다/);
  assert.doesNotMatch(JSON.stringify(document), /portal|city/);
  const [began, ended] = await exported(database, "exposure.exportVex");
  assert.deepEqual([began?.details.counted, ended?.details.rows, ended?.details.complete], [5, 5, true]);

  const open = await hub.ask("/organisations/bank/exposure-exports/vex?state=accepted");
  const accepted = typeof open.body === "string" ? JSON.parse(open.body) : open.body;
  assert.deepEqual(
    accepted.vulnerabilities.map(({ id }: Json) => id),
    ["CVE-2026-0004"],
  );
});

onBothDatabases("OpenVEX of an asset silences what it answers when matching", async (database, context) => {
  const hub = await standing(database, context);
  const { body } = await hub.ask("/organisations/bank/exposure-exports/vex?asset=core&format=openvex");
  const { statements, problems } = readAdvisories(JSON.stringify(body));
  assert.deepEqual(problems, []);
  assert.deepEqual(told(statements), [
    "CVE-2026-0001 | pkg:npm/lodash@4.17.20 | affected |  | Update to 4.17.21.",
    "CVE-2026-0002 | pkg:npm/lodash@4.17.20 | not_affected | vulnerable_code_not_in_execute_path | ",
    `CVE-2026-0004 | ${zlib} | affected |  | The risk is accepted until 2027-01-31T00:00:00.000Z.`,
  ]);
  assert.deepEqual(await matched(JSON.stringify(body)), ["4.17.19 undefined", "4.17.20 not_affected"]);
  const whole = await hub.ask("/organisations/bank/exposure-exports/vex?format=openvex");
  const products = whole.body.statements.map((one: Json) => one.products[0]);
  assert.ok(products.every((one: Json) => one["@id"].startsWith("urn:uuid:") && one.subcomponents.length === 1));
  assert.deepEqual(readAdvisories(JSON.stringify(whole.body)).problems, []);
});

onBothDatabases("nobody gets VEX of whom he does not see", async (database, context) => {
  const hub = await standing(database, context);
  const asked = (path: string, by: { key?: string; cookie?: string }) => hub.ask(`/organisations/${path}`, by);
  for (const by of [{ key: hub.keys.city }, { cookie: hub.sector.cookie }, { cookie: hub.nobody.cookie }]) {
    const { body } = await asked("bank/exposure-exports/vex", by);
    const document = typeof body === "string" ? JSON.parse(body) : body;
    assert.deepEqual([document.vulnerabilities, document.components], [[], []]);
    const named = await asked("bank/exposure-exports/vex?asset=core", by);
    assert.deepEqual([named.status, named.body.code], [404, "inventories.unknown-asset"]);
  }
  const unknown = await asked("nowhere/exposure-exports/vex", { key: hub.keys.bank });
  assert.deepEqual([unknown.status, unknown.body.code], [404, "members.unknown-organisation"]);
});
