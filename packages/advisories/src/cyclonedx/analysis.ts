import type { VexJustification, VexStatus } from "../advisory.ts";
import type { Part } from "../part.ts";
import { joinTexts } from "../texts.ts";
import { known } from "../vex.ts";

/** CycloneDX's `impactAnalysisState` in the four words of VEX. */
const states = {
  resolved: "fixed",
  resolved_with_pedigree: "fixed",
  exploitable: "affected",
  in_triage: "under_investigation",
  false_positive: "not_affected",
  not_affected: "not_affected",
} as const satisfies Record<string, VexStatus>;

type State = keyof typeof states;
const stateWords = Object.keys(states) as State[];

/**
 * CycloneDX's justifications in CISA's five words. What depends on configuration, on another component or on the
 * surroundings has no equal among them: it keeps its own word only.
 */
const justifications = {
  code_not_present: "vulnerable_code_not_present",
  code_not_reachable: "vulnerable_code_not_in_execute_path",
  requires_configuration: null,
  requires_dependency: null,
  requires_environment: null,
  protected_by_compiler: "inline_mitigations_already_exist",
  protected_at_runtime: "inline_mitigations_already_exist",
  protected_at_perimeter: null,
  protected_by_mitigating_control: "inline_mitigations_already_exist",
} as const satisfies Record<string, VexJustification | null>;

export const justificationWords = Object.keys(justifications) as (keyof typeof justifications)[];

/** An analysis of a vulnerability in the products that it affects. */
export interface Analysis {
  status: VexStatus;
  justification: VexJustification | null;
  justificationText: string | null;
  impact: string | null;
  action: string | null;
  at: string | null;
}

/** Reads `analysis`; null where there is none, or where it has no state. */
export function readAnalysis(vulnerability: Part): Analysis | null {
  const part = vulnerability.part("analysis");
  const word = part?.text("state") ?? null;
  const state = part === null || word === null ? null : known(part, "state", word, stateWords);
  if (part === null || state === null) return null;
  const justificationText = part.text("justification");
  const justification =
    justificationText === null ? null : known(part, "justification", justificationText, justificationWords);
  const detail = part.text("detail");
  const status = states[state];
  const responses = part.texts("response");
  return {
    status,
    justification: justification === null ? null : justifications[justification],
    justificationText: justificationText ?? (state === "false_positive" ? state : null),
    impact: detail,
    action: status === "affected" ? joinTexts([vulnerability.text("recommendation"), responses.join(", ")]) : null,
    at: part.time("lastUpdated") ?? part.time("firstIssued") ?? vulnerability.time("updated"),
  };
}

/** CycloneDX's state and justification for VEX's words. */
export const stateOf: Record<VexStatus, State> = {
  affected: "exploitable",
  not_affected: "not_affected",
  fixed: "resolved",
  under_investigation: "in_triage",
};

export const justificationOf: Record<VexJustification, keyof typeof justifications> = {
  component_not_present: "code_not_present",
  vulnerable_code_not_present: "code_not_present",
  vulnerable_code_not_in_execute_path: "code_not_reachable",
  vulnerable_code_cannot_be_controlled_by_adversary: "code_not_reachable",
  inline_mitigations_already_exist: "protected_by_mitigating_control",
};
