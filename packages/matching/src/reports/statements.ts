import type { Advisory, VexStatement } from "@bongsu/advisories";
import type { Component } from "@bongsu/sbom";
import type { Finding } from "../result.ts";
import type { Speaker } from "./say.ts";

const nothingSaid = {
  format: "openvex",
  documentId: "",
  author: null,
  refs: [],
  components: [],
  range: null,
  path: "",
} as const;

/** `Update to 4.17.21.` */
function advice({ fixedIn }: Finding, speaker: Speaker): string {
  return fixedIn.length === 0
    ? speaker.say("adviceNone")
    : speaker.say("adviceUpdate", { versions: fixedIn.join(speaker.say("or")) });
}

const subjectOf = ({ identity, purl, cpe, group, name, version }: Component): VexStatement["subjects"][number] => ({
  package: identity,
  purl,
  cpe,
  product: { vendor: group, name, version },
});

/**
 * Findings as VEX statements about the components, one for each verdict. Where nobody has judged, the status is "under
 * investigation": that a version stands in an advisory's range is no judgement of the product.
 */
export function statementsOf(findings: readonly Finding[], speaker: Speaker): VexStatement[] {
  const byVerdict = new Map<string, VexStatement>();
  for (const finding of findings) {
    const { vulnerability, component, vex, ignored } = finding;
    const status = vex?.status ?? "under_investigation";
    const action = advice(finding, speaker);
    const said = vex?.text ?? ignored?.reason ?? null;
    const verdict = {
      ...nothingSaid,
      refs: [],
      components: [],
      vulnerabilities: [vulnerability.id, ...vulnerability.aliases],
      status,
      justification: status === "not_affected" ? (vex?.justification ?? null) : null,
      justificationText: null,
      impact: status === "under_investigation" ? (said ?? action) : said,
      action,
      at: vex?.at ?? null,
    };
    const key = JSON.stringify(verdict);
    const statement = byVerdict.get(key) ?? { ...verdict, subjects: [] };
    statement.subjects.push(subjectOf(component));
    byVerdict.set(key, statement);
  }
  return [...byVerdict.values()];
}

/** What findings tell of the vulnerabilities themselves, as advisories. */
export function describedBy(findings: readonly Finding[]): Advisory[] {
  const byId = new Map<string, Advisory>();
  for (const { vulnerability, severity, claims } of findings) {
    const { id, aliases, headline, published, modified, weaknesses, url } = vulnerability;
    const urls = new Set([...(url === null ? [] : [url]), ...claims.flatMap((claim) => claim.url ?? [])]);
    if (byId.has(id)) continue;
    byId.set(id, {
      ...{ format: "osv", id, documentId: id, publisher: null, aliases, related: [], upstream: [], title: null },
      ...{ summary: headline, details: null, published, modified, withdrawn: null, severities: [severity] },
      ...{ exploited: null, ssvc: null, weaknesses, affected: [], remediations: [], credits: [], tlp: null },
      references: [...urls].map((address) => ({ kind: "advisory", url: address })),
      original: null,
    });
  }
  return [...byId.values()];
}
