import type { Remediation, VexStatement } from "../advisory.ts";
import { joinTexts } from "../texts.ts";
import { known, namesOfStatement, vexJustifications } from "../vex.ts";
import type { ProductReader } from "./described.ts";
import type { CsafHeader } from "./header.ts";
import { SaidOfProducts } from "./said-of-products.ts";
import type { CsafVulnerability } from "./vulnerability.ts";

/** The statements of one vulnerability in a document of the VEX profile (CSAF 2.0 §4.5, 2.1 §4.5). */
export function readStatements(
  vulnerability: CsafVulnerability,
  header: CsafHeader,
  products: ProductReader,
): VexStatement[] {
  const { part, names, statuses, remediations, impacts } = vulnerability;
  const flags = new SaidOfProducts<string>();
  for (const flag of part.parts("flags")) {
    const label = flag.required("label");
    if (label !== null && known(flag, "label", label, vexJustifications) !== null)
      flags.add(flag, products.tree, label);
  }
  const generalImpact = joinTexts(impacts.ofEvery);
  const generalAction = actions(remediations.ofEvery);
  return statuses.flatMap(({ id, status, path }) => {
    const product = products.describe(id);
    const vulnerabilities = namesOfStatement(part, names.length > 0 ? names : [header.documentId]);
    if (product === null || vulnerabilities.length === 0) return [];
    const justification = status === "not_affected" ? (flags.of(id)[0] ?? flags.ofEvery[0]) : undefined;
    const isWhole = product.hosts.length === 0;
    const statement: VexStatement = {
      format: header.format,
      documentId: header.documentId,
      author: header.publisher,
      vulnerabilities,
      subjects: isWhole ? product.subjects : product.hosts,
      refs: [],
      components: isWhole ? [] : product.subjects,
      // Within a host, the component says by its own name of which version it is.
      range: isWhole || !product.isPinned || product.hosts.length > 1 ? product.range : product.hostRange,
      status,
      justification: vexJustifications.find((word) => word === justification) ?? null,
      justificationText: justification ?? null,
      impact: status === "not_affected" ? (joinTexts(impacts.of(id)) ?? generalImpact) : null,
      action: status === "affected" ? (actions(remediations.of(id)) ?? generalAction) : null,
      at: header.modified,
      path,
    };
    return [statement];
  });
}

function actions(remediations: readonly Remediation[]): string | null {
  return joinTexts(remediations.map((remediation) => remediation.details));
}
