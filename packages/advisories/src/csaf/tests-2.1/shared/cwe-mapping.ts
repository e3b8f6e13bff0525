import type { RuleFinding } from "../../rule.ts";
import { cweCatalogue, type Weakness } from "./cwe.ts";
import { isText, member } from "./json.ts";
import { type Found, select } from "./select.ts";

/** A CWE that a vulnerability names, in the version that it names. */
export interface NamedWeakness extends Found {
  id: string;
  version: string;
}

/** The CWEs of every vulnerability. */
export function namedWeaknesses(document: unknown): NamedWeakness[] {
  return select(document, "$.vulnerabilities[*].cwes[*]").flatMap((found) => {
    const [id, version] = [member(found.value, "id"), member(found.value, "version")];
    return isText(id) && isText(version) ? [{ ...found, id, version }] : [];
  });
}

/** A finding for each CWE of which something is to be said, as its own version describes it. Unknown ones are left out. */
export async function weaknessFindings(
  document: unknown,
  say: (weakness: Weakness, named: NamedWeakness) => string | null,
): Promise<RuleFinding[]> {
  const findings = namedWeaknesses(document).map(async (named) => {
    const weakness = (await cweCatalogue(named.version))?.get(named.id);
    const message = weakness === undefined ? null : say(weakness, named);
    return message === null ? [] : [{ path: named.path, message }];
  });
  return (await Promise.all(findings)).flat();
}
