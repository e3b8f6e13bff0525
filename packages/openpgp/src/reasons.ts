import type { Problem, Text } from "@bongsu/base";
import { sameText } from "./details.ts";
import { detailed } from "./problems.ts";

/**
 * Why a document does not count as signed, the one first that came furthest: where a file bears several signatures and
 * none is good, that one is told. Each is a code `openpgp.…` with its sentence.
 */
export const reasons = [
  "too-large",
  "revoked-key",
  "expired-key",
  "may-not-sign",
  "expired-signature",
  "not-yet-valid",
  "wrong-signature",
  "weak-algorithm",
  "unsupported",
  "not-understood",
  "unknown-key",
  "unreadable",
  "no-signature",
] as const;

export type Reason = (typeof reasons)[number];

export interface Failure {
  ok: false;
  reason: Reason;
  /** What is wrong and what to do, in both languages; its code is `openpgp.` and the reason. */
  problem: Problem;
}

/** The values that a reason's sentence may name. */
export interface Facts {
  key?: string;
  /** When the signature says it was made. */
  signed?: Date;
  detail?: Text;
}

export function failure(reason: Reason, { key = "", signed, detail = sameText("") }: Facts = {}): Failure {
  const params = { key, signed: signed?.toISOString() ?? "" };
  return { ok: false, reason, problem: detailed(`openpgp.${reason}`, params, detail) };
}

/** The failure that tells most. Takes one at least. */
export const foremost = (failures: readonly Failure[]): Failure =>
  failures.reduce((a, b) => (reasons.indexOf(b.reason) < reasons.indexOf(a.reason) ? b : a));
