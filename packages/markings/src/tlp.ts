import type { Problem, Text } from "@bongsu/base";
import { markingProblems } from "./problems.ts";

/** The labels of TLP 2.0 (FIRST, August 2022), from wide to narrow, and who sees what bears them. */
export const tlpLabels = {
  CLEAR: { en: "anyone", ko: "누구나" },
  GREEN: { en: "every member of this hub", ko: "이 허브의 모든 회원 기관" },
  AMBER: { en: "the audience and the clients that it serves", ko: "공유 대상 기관과 그 고객 기관" },
  "AMBER+STRICT": { en: "the audience only", ko: "공유 대상 기관만" },
  RED: { en: "the author and the named people only", ko: "작성자와 지정된 사람만" },
} satisfies Record<string, Text>;

export type Tlp = keyof typeof tlpLabels;

export const tlps = Object.keys(tlpLabels) as readonly Tlp[];

const isTlp = (label: string): label is Tlp => Object.hasOwn(tlpLabels, label);

/** Below 0 where `a` is the wider label, above 0 where it is the narrower one, 0 where they are the same. */
export const compareTlp = (a: Tlp, b: Tlp): number => tlps.indexOf(a) - tlps.indexOf(b);

/** `TLP:AMBER+STRICT`: as TLP 2.0 §1.2 writes it. */
export const formatTlp = (tlp: Tlp): string => `TLP:${tlp}`;

/**
 * Reads a label as people and programs write it: with or without `TLP:`, in any case, `AMBER STRICT` for
 * `AMBER+STRICT`. None is null without a word; one that does not exist is null (its owner's alone) with a problem;
 * `WHITE` of TLP 1.0 is CLEAR, and reported.
 */
export function parseTlp(label: string | null | undefined): { tlp: Tlp | null; problems: Problem[] } {
  if (label === null || label === undefined || label.trim() === "") return { tlp: null, problems: [] };
  const word = label
    .trim()
    .toUpperCase()
    .replace(/^TLP\s*[:_ -]\s*/, "")
    .replace(/^AMBER\s*[+_ -]\s*STRICT$/, "AMBER+STRICT");
  if (isTlp(word)) return { tlp: word, problems: [] };
  if (word === "WHITE") return { tlp: "CLEAR", problems: [markingProblems.problem("markings.white")] };
  return { tlp: null, problems: [markingProblems.problem("markings.unknown-label", { label })] };
}
