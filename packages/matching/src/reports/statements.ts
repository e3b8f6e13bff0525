import type { VexJustification, VexStatus } from "@bongsu/advisories";
import type { Component } from "@bongsu/sbom";
import type { Finding, Vulnerability } from "../result.ts";
import type { Speaker } from "./say.ts";

/** Findings of one vulnerability about which the same is said. */
export interface Said {
  vulnerability: Vulnerability;
  /** Where nobody has said anything yet: under investigation. A match alone is no judgement of the product. */
  status: VexStatus;
  justification: VexJustification | null;
  impact: string | null;
  /** What to do, in the reader's language. */
  action: string;
  at: string | null;
  findings: Finding[];
}

/** `Update to 4.17.21.` */
export function advice({ fixedIn }: Finding, speaker: Speaker): string {
  return fixedIn.length === 0
    ? speaker.say("adviceNone")
    : speaker.say("adviceUpdate", { versions: fixedIn.join(", ") });
}

/** Puts findings together as VEX statements do: by vulnerability, and by what is said of them. */
export function saidOf(findings: readonly Finding[], speaker: Speaker): Said[] {
  const groups = new Map<string, Said>();
  for (const finding of findings) {
    const { vulnerability, vex, ignored } = finding;
    const said: Said = {
      vulnerability,
      status: vex?.status ?? "under_investigation",
      justification: vex?.status === "not_affected" ? vex.justification : null,
      impact: vex?.text ?? ignored?.reason ?? null,
      action: advice(finding, speaker),
      at: vex?.at ?? null,
      findings: [],
    };
    const key = JSON.stringify([vulnerability.id, said.status, said.justification, said.impact, said.action, said.at]);
    const known = groups.get(key) ?? said;
    known.findings.push(finding);
    groups.set(key, known);
  }
  return [...groups.values()];
}

/** The components of some findings, each once, with the SBOM that it stands in. */
export function componentsOf(findings: readonly Finding[]): { sbom: string; component: Component }[] {
  const seen = new Set<Component>();
  return findings.flatMap(({ sbom, component }) => {
    if (seen.has(component)) return [];
    seen.add(component);
    return [{ sbom, component }];
  });
}
