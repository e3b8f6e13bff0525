/** A version of an SSVC decision point: its name, and the names of its values by key, in their order. */
export interface DecisionPoint {
  name: string;
  values: ReadonlyMap<string, string>;
}

/**
 * CERT/CC's decision points, a line per version: `key version name: valueKey valueName, …`. Of `ssvc` all that its
 * registry holds, without the values of PWI 1.0.0, two of which have one key; of the other registered namespaces those that CVSS 4.0's equivalence sets are made of.
 */
const registry = {
  ssvc: `
    V 1.0.0 Virulence: S Slow, R Rapid
    A 2.0.0 Automatable: N No, Y Yes
    CS 1.0.0 Critical Software: N No, Y Yes
    E 1.0.0 Exploitation: N None, P PoC, A Active
    E 1.1.0 Exploitation: N None, P Public PoC, A Active
    HVA 1.0.0 High Value Asset: N No, Y Yes
    MWI 1.0.0 Mission and Well-Being Impact: L Low, M Medium, H High
    HI 2.0.0 Human Impact: L Low, M Medium, H High, VH Very High
    HI 2.0.1 Human Impact: L Low, M Medium, H High, VH Very High
    HI 2.0.2 Human Impact: L Low, M Medium, H High, VH Very High
    MI 1.0.0 Mission Impact: N None, NED Non-Essential Degraded, MSC MEF Support Crippled, MEF MEF Failure, MF Mission Failure
    MI 2.0.0 Mission Impact: D Degraded, MSC MEF Support Crippled, MEF MEF Failure, MF Mission Failure
    PWI 1.0.0 Public Well-Being Impact:
    PWI 1.1.0 Public Well-Being Impact: M Minimal, MA Material, I Irreversible
    PSI 2.0.0 Public Safety Impact: M Minimal, S Significant
    PSI 2.0.1 Public Safety Impact: M Minimal, S Significant
    PVA 1.0.0 Public Value Added: L Limited, A Ampliative, P Precedence
    RC 1.0.0 Report Credibility: NC Not Credible, C Credible
    RP 1.0.0 Report Public: Y Yes, N No
    SI 1.0.0 Safety Impact: N None, M Minor, J Major, H Hazardous, C Catastrophic
    SI 2.0.0 Safety Impact: N Negligible, M Marginal, R Critical, C Catastrophic
    SI 2.0.1 Safety Impact: N Negligible, M Marginal, R Critical, C Catastrophic
    SC 1.0.0 Supplier Cardinality: O One, M Multiple
    SCON 1.0.0 Supplier Contacted: N No, Y Yes
    SE 1.0.0 Supplier Engagement: A Active, U Unresponsive
    SINV 1.0.0 Supplier Involvement: FR Fix Ready, C Cooperative, UU Uncooperative/Unresponsive
    EXP 1.0.0 System Exposure: S Small, C Controlled, U Unavoidable
    EXP 1.0.1 System Exposure: S Small, C Controlled, O Open
    TI 1.0.0 Technical Impact: P Partial, T Total
    U 1.0.0 Utility: L Laborious, E Efficient, S Super Effective
    U 1.0.1 Utility: L Laborious, E Efficient, S Super Effective
    VD 1.0.0 Value Density: D Diffuse, C Concentrated
    COORDINATE 1.0.0 Decline, Track, Coordinate: D Decline, T Track, C Coordinate
    COORDINATE 1.0.1 Decline, Track, Coordinate: D Decline, T Track, C Coordinate
    DSOI 1.0.0 Defer, Scheduled, Out-of-Cycle, Immediate: D Defer, S Scheduled, O Out-of-Cycle, I Immediate
    PUBLISH 1.0.0 Publish, Do Not Publish: N Do Not Publish, P Publish`,
  cvss: `
    AV 3.0.1 Attack Vector: P Physical, L Local, A Adjacent, N Network
    AC 3.0.1 Attack Complexity: H High, L Low
    AT 1.0.0 Attack Requirements: P Present, N None
    PR 1.0.1 Privileges Required: H High, L Low, N None
    UI 2.0.0 User Interaction: A Active, P Passive, N None
    VC 3.0.0 Confidentiality Impact to the Vulnerable System: N None, L Low, H High
    VI 3.0.0 Integrity Impact to the Vulnerable System: N None, L Low, H High
    VA 3.0.0 Availability Impact to the Vulnerable System: N None, L Low, H High
    SC 1.0.0 Confidentiality Impact to the Subsequent System: N Negligible, L Low, H High
    E 2.0.0 Exploit Maturity: U Unreported, P Proof-of-Concept, A Attacked, X Not Defined
    CR 1.1.1 Confidentiality Requirement: L Low, M Medium, H High, X Not Defined
    AR 1.1.1 Availability Requirement: L Low, M Medium, H High, X Not Defined`,
};

/** Namespaces of which every decision point is known here: what is not there does not exist. */
const complete = new Set(["ssvc"]);

function read(lines: string): Map<string, Map<string, DecisionPoint>> {
  const points = new Map<string, Map<string, DecisionPoint>>();
  for (const line of lines.trim().split("\n")) {
    const [, key = "", version = "", name = "", list = ""] = /^\s*(\S+) (\S+) (.+): ?(.*)$/.exec(line) ?? [];
    const values = list
      .split(", ")
      .filter(Boolean)
      .map((value): [string, string] => {
        const space = value.indexOf(" ");
        return [value.slice(0, space), value.slice(space + 1)];
      });
    const versions = points.get(key) ?? new Map();
    versions.set(version, { name, values: new Map(values) });
    points.set(key, versions);
  }
  return points;
}

const namespaces = new Map(Object.entries(registry).map(([namespace, lines]) => [namespace, read(lines)]));

/**
 * `point`: what the selection is judged by. `missing`: no such decision point, or no such version of it. `unknown`: of a
 * namespace that is not held here as a whole. A version that is not held is judged by the latest that is.
 */
export type DecisionPointLookup =
  | { found: "point"; point: DecisionPoint; exact: boolean }
  | { found: "missing" }
  | { found: "unknown" };

export function decisionPoint(namespace: string, key: string, version: string): DecisionPointLookup {
  const versions = namespaces.get(namespace)?.get(key);
  const point = versions?.get(version);
  if (point !== undefined) return { found: "point", point, exact: true };
  if (complete.has(namespace)) return { found: "missing" };
  const latest = [...(versions?.values() ?? [])].at(-1);
  return latest === undefined ? { found: "unknown" } : { found: "point", point: latest, exact: false };
}
