import { justificationOf, type SeverityRating, stateOf } from "@bongsu/advisories";
import type { Component } from "@bongsu/sbom";
import type { Finding, MatchResult } from "../result.ts";
import type { ReportContext } from "./context.ts";
import { Speaker } from "./say.ts";
import { componentsOf, type Said, saidOf } from "./statements.ts";

const methods: Record<SeverityRating["system"], string> = {
  "CVSS:2.0": "CVSSv2",
  "CVSS:3.0": "CVSSv3",
  "CVSS:3.1": "CVSSv31",
  "CVSS:4.0": "CVSSv4",
  text: "other",
};

/** `bom-ref`s are unique in one SBOM only: of several, each gets its SBOM's number in front. */
function refsOf(result: MatchResult, sboms: readonly string[]): Map<Component, string> {
  const several = result.summary.sboms > 1;
  return new Map(
    componentsOf(result.findings).map(({ sbom, component }) => [
      component,
      several ? `${sboms.indexOf(sbom) + 1}/${component.ref}` : component.ref,
    ]),
  );
}

function componentOf({ type, group, name, version, purl, cpe }: Component, ref: string) {
  return {
    type: type === "service" ? "application" : type,
    "bom-ref": ref,
    ...(group === null ? {} : { group }),
    name,
    ...(version === null ? {} : { version }),
    ...(cpe === null ? {} : { cpe }),
    ...(purl === null ? {} : { purl }),
  };
}

function ratingOf({ severity }: Finding) {
  const { system, vector, score, rating, source } = severity;
  return {
    ...(source === null ? {} : { source: { name: source } }),
    ...(score === null ? {} : { score }),
    severity: rating,
    method: methods[system],
    ...(vector === null ? {} : { vector }),
  };
}

function analysisOf({ status, justification, impact }: Said) {
  return {
    state: stateOf[status],
    ...(justification === null ? {} : { justification: justificationOf[justification] }),
    ...(impact === null ? {} : { detail: impact }),
  };
}

const cweNumber = (weakness: string): number[] => {
  const number = Number(/^CWE-(\d{1,9})$/.exec(weakness)?.[1]);
  return Number.isInteger(number) && number > 0 ? [number] : [];
};

function vulnerabilityOf(said: Said, refs: ReadonlyMap<Component, string>) {
  const { vulnerability, findings, action } = said;
  const [first] = findings;
  const claims = [...new Map(findings.flatMap(({ claims }) => claims).map((claim) => [claim.id, claim])).values()];
  const cwes = vulnerability.weaknesses.flatMap(cweNumber);
  const advisories = [...new Set(claims.flatMap(({ url }) => url ?? []))].map((url) => ({ url }));
  return {
    id: vulnerability.id,
    ...(vulnerability.url === null ? {} : { source: { url: vulnerability.url } }),
    references: vulnerability.aliases.map((alias) => {
      const url = claims.find(({ id }) => id === alias)?.url ?? null;
      return { id: alias, source: url === null ? { name: alias.split("-")[0] ?? alias } : { url } };
    }),
    ratings: first === undefined ? [] : [ratingOf(first)],
    ...(cwes.length === 0 ? {} : { cwes }),
    ...(vulnerability.headline === null ? {} : { description: vulnerability.headline }),
    recommendation: action,
    ...(advisories.length === 0 ? {} : { advisories }),
    ...(vulnerability.published === null ? {} : { published: vulnerability.published }),
    ...(vulnerability.modified === null ? {} : { updated: vulnerability.modified }),
    analysis: analysisOf(said),
    affects: componentsOf(findings).map(({ component }) => ({
      ref: refs.get(component) ?? component.ref,
      ...(component.version === null ? {} : { versions: [{ version: component.version, status: "affected" }] }),
    })),
  };
}

/** The findings as a CycloneDX 1.6 VEX document that names its components itself: a draft, in triage where VEX says no more. */
export function cycloneDxVexReport(result: MatchResult, context: ReportContext): string {
  const { tool, at, id, sboms } = context;
  const names = sboms.map(({ name }) => name);
  const refs = refsOf(result, names);
  const document = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${id}`,
    version: 1,
    metadata: {
      timestamp: at,
      tools: { components: [{ type: "application", name: tool.name, version: tool.version }] },
    },
    components: [...refs].map(([component, ref]) => componentOf(component, ref)),
    vulnerabilities: saidOf(result.findings, new Speaker(context.language)).map((said) => vulnerabilityOf(said, refs)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
