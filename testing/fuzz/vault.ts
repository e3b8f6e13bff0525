import assert from "node:assert/strict";
import { cyclonedx, osv } from "../documents.ts";
import type { TestHub } from "./markers.ts";

/** What somebody did with an exposure, said of it, and keeps of the list. */
export async function triaged(
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

/** What the vault keeps, and what it has shared with blue. */
export async function vaultThings(
  hub: TestHub,
  cookies: Record<"boss" | "second" | "speaker" | "blue" | "root", string>,
) {
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
