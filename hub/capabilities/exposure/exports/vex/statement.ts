import { type Advisory, justificationOf, type VexStatement, type VexStatus } from "@bongsu/advisories";
import { fill, type Language, type Text } from "@bongsu/base";
import type { ExposureState } from "@bongsu/contracts";
import { productOf } from "./product.ts";
import type { SaidRow } from "./rows.ts";

/** VEX's word for each state of an exposure. */
const statuses: Record<ExposureState, VexStatus> = {
  new: "under_investigation",
  acknowledged: "under_investigation",
  remediating: "affected",
  accepted: "affected",
  fixed: "fixed",
  not_affected: "not_affected",
  retracted: "not_affected",
};

const words = {
  update: { en: "Update to {version}.", ko: "{version} 버전으로 올리십시오." },
  accepted: { en: "The risk is accepted.", ko: "위험을 수용했습니다." },
  acceptedUntil: { en: "The risk is accepted until {date}.", ko: "{date}까지 위험을 수용했습니다." },
  retracted: {
    en: "No advisory calls this version affected any more.",
    ko: "이 버전이 영향받는다는 권고문이 더 이상 없습니다.",
  },
} satisfies Record<string, Text>;

const justifications = Object.keys(justificationOf) as (keyof typeof justificationOf)[];

function impactOf(row: SaidRow, language: Language): string | null {
  if (row.state === "retracted") return words.retracted[language];
  if (row.state !== "accepted") return row.said?.impact ?? null;
  return row.acceptedUntil === null
    ? words.accepted[language]
    : fill(words.acceptedUntil[language], { date: row.acceptedUntil.toISOString() });
}

/** What stands of an exposure, as a statement on the product that `ref` refers to within the document. */
export function statementOf(row: SaidRow, ref: string, language: Language): VexStatement {
  const { state, said, fixedVersion, vulnerability, aliases } = row;
  const written = said?.justification ?? null;
  const justification = justifications.find((word) => word === written) ?? null;
  return {
    format: "cyclonedx",
    documentId: "",
    author: null,
    vulnerabilities: [vulnerability, ...aliases.filter((name) => name !== vulnerability).slice(0, 20)],
    subjects: [productOf(row)],
    refs: [ref],
    components: [],
    range: null,
    status: statuses[state],
    justification: state === "not_affected" ? justification : null,
    justificationText: state === "retracted" ? "false_positive" : state === "not_affected" ? written : null,
    impact: impactOf(row, language),
    action:
      state === "remediating" && fixedVersion !== null ? fill(words.update[language], { version: fixedVersion }) : null,
    at: row.stateAt.toISOString(),
    path: "",
  };
}

const systems = { "CVSS:3.0": "CVSS:3.0", "CVSS:3.1": "CVSS:3.1", "CVSS:4.0": "CVSS:4.0" } as const;

/** What is known of the vulnerability itself, as an advisory that describes it. */
export function descriptionOf({ vulnerability, title, rating, score, vector, published }: SaidRow): Advisory {
  const system = systems[(vector ?? "").slice(0, 8) as keyof typeof systems] ?? "text";
  return {
    ...{ format: "osv", id: vulnerability, documentId: vulnerability, publisher: null, aliases: [], related: [] },
    ...{ upstream: [], title, summary: null, details: null, modified: null, withdrawn: null },
    published: published?.toISOString() ?? null,
    severities: rating === "unknown" ? [] : [{ system, vector, score, rating, source: null }],
    ...{ exploited: null, ssvc: null, weaknesses: [], affected: [], remediations: [], references: [], credits: [] },
    ...{ tlp: null, original: null },
  };
}
