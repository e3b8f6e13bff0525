import type { AnyCsafRule, RulePorts } from "../rule.ts";

/** Where a rule finds something in a document. */
export async function placesFound(rules: readonly AnyCsafRule[], id: string, document: unknown, ports: RulePorts = {}) {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const findings = "check" in rule ? rule.check(document) : await rule.checkSlowly(document, ports);
  return findings.map(({ path }) => path);
}
