import type { Component } from "@bongsu/sbom";
import type { MatchResult } from "../result.ts";
import type { ReportContext } from "./context.ts";
import { Speaker } from "./say.ts";
import { componentsOf, type Said, saidOf } from "./statements.ts";

/** An IRI for what has neither package URL nor CPE to be named by. */
function madeUpId({ name, version }: Component): string {
  return `urn:bongsu:component:${encodeURIComponent(name)}${version === null ? "" : `@${encodeURIComponent(version)}`}`;
}

function productOf(component: Component) {
  const { purl, cpe, hashes } = component;
  const identifiers = {
    ...(purl === null ? {} : { purl }),
    ...(cpe === null ? {} : { [cpe.startsWith("cpe:2.3:") ? "cpe23" : "cpe22"]: cpe }),
  };
  const sha256 = hashes.find(({ algorithm }) => algorithm === "SHA-256");
  return {
    "@id": purl ?? cpe ?? madeUpId(component),
    ...(Object.keys(identifiers).length === 0 ? {} : { identifiers }),
    ...(sha256 === undefined ? {} : { hashes: { "sha-256": sha256.value } }),
  };
}

function productsOf({ findings }: Said) {
  const products = componentsOf(findings).map(({ component }) => productOf(component));
  return [...new Map(products.map((product) => [product["@id"], product])).values()];
}

function statementOf(said: Said) {
  const { vulnerability, status, justification, impact, action, at } = said;
  const isExcused = status === "not_affected";
  return {
    vulnerability: {
      ...(vulnerability.url === null ? {} : { "@id": vulnerability.url }),
      name: vulnerability.id,
      ...(vulnerability.headline === null ? {} : { description: vulnerability.headline }),
      aliases: vulnerability.aliases,
    },
    ...(at === null ? {} : { timestamp: at }),
    products: productsOf(said),
    status,
    ...(isExcused && justification !== null ? { justification } : {}),
    // A statement "not affected" gives a justification or says in words why (OpenVEX 0.2.0, "status").
    ...(isExcused && (justification === null || impact !== null) ? { impact_statement: impact ?? "" } : {}),
    ...(status === "affected" ? { action_statement: action } : {}),
    ...(status === "under_investigation" ? { status_notes: impact ?? action } : {}),
  };
}

/** The findings as an OpenVEX 0.2.0 document: a draft in which each is under investigation where VEX says no more. */
export function openVexReport(result: MatchResult, context: ReportContext): string {
  const { tool, at, id } = context;
  const document = {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": `urn:uuid:${id}`,
    author: tool.name,
    timestamp: at,
    version: 1,
    tooling: `${tool.name} ${tool.version}`,
    statements: saidOf(result.findings, new Speaker(context.language)).map(statementOf),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
