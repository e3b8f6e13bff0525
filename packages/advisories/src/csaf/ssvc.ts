import type { SsvcPoints } from "../advisory.ts";
import { isFields, type Part } from "../part.ts";

/** SSVC 2 decision points that we show, by the keys of their namespace `ssvc`. */
const exploitation = new Map([
  ["N", "none"],
  ["P", "poc"],
  ["A", "active"],
] as const);

/** Reads an SSVC 2 selection list (`ssvc_v2` in CSAF 2.1; SSVC's `SelectionList` schema). */
export function readSsvc2(content: Part, source: string | null): SsvcPoints | null {
  const list = content.part("ssvc_v2");
  if (list === null) return null;
  const points: SsvcPoints = {
    exploitation: null,
    automatable: null,
    technicalImpact: null,
    source,
    at: list.time("timestamp"),
  };
  for (const selection of list.parts("selections")) {
    if (selection.text("namespace") !== "ssvc") continue;
    const values = selection.list("values").flatMap((value) => (isFields(value) ? [value.key] : []));
    // Several values mean that it is not settled which of them holds.
    const [value] = values.length === 1 ? values : [];
    if (typeof value !== "string") continue;
    const key = selection.text("key");
    if (key === "E") points.exploitation = exploitation.get(value as "N") ?? null;
    if (key === "A") points.automatable = value === "Y" ? true : value === "N" ? false : null;
    if (key === "TI") points.technicalImpact = value === "T" ? "total" : value === "P" ? "partial" : null;
  }
  const decided = points.exploitation ?? points.automatable ?? points.technicalImpact;
  return decided === null ? null : points;
}
