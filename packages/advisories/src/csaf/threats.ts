import type { Exploitation } from "../advisory.ts";
import type { Part } from "../part.ts";
import type { ProductTree } from "./product-tree.ts";
import { SaidOfProducts } from "./said-of-products.ts";

/** What the threats of one vulnerability say. */
export interface Threats {
  /** Texts of the category `impact`: why a product is not affected (CSAF 2.0 §4.5). */
  impacts: SaidOfProducts<string>;
  exploited: Exploitation | null;
}

/**
 * How publishers state exploitation in the free text of `exploit_status`: Microsoft by `Exploited:Yes`, Red Hat by the
 * address of CISA's catalogue. Other wording is left to people.
 */
const exploitedText = /\bExploited:\s*Yes\b|known-exploited-vulnerabilities/i;

export function readThreats(vulnerability: Part, tree: ProductTree, publisher: string | null): Threats {
  const threats: Threats = { impacts: new SaidOfProducts(), exploited: firstExploitation(vulnerability, publisher) };
  for (const threat of vulnerability.parts("threats")) {
    const category = threat.text("category");
    const details = threat.required("details");
    if (details === null) continue;
    if (category === "impact") threats.impacts.add(threat, tree, details);
    if (category === "exploit_status" && exploitedText.test(details))
      threats.exploited ??= exploitation(publisher, threat.day("date"));
  }
  return threats;
}

/** CSAF 2.1 §3.2.4.6: the earliest of the dates on which it is known to have been exploited. */
function firstExploitation(vulnerability: Part, publisher: string | null): Exploitation | null {
  const dates = vulnerability
    .parts("first_known_exploitation_dates")
    .flatMap((entry) => entry.day("exploitation_date") ?? entry.day("date") ?? []);
  const [first] = dates.sort();
  return first === undefined ? null : exploitation(publisher, first);
}

function exploitation(publisher: string | null, since: string | null): Exploitation {
  return { source: publisher ?? "CSAF", since, due: null, ransomware: false, action: null };
}
