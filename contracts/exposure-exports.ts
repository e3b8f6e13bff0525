import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureFilters } from "./exposure-filters.ts";
import { handle, line, wordOf } from "./fields.ts";
import { tlp } from "./marking.ts";
import { member } from "./who.ts";
import { sectors } from "./words.ts";

const languages = { en: { en: "English", ko: "영어" }, ko: { en: "Korean", ko: "한국어" } } satisfies Record<
  string,
  Text
>;

/** Whether `Intl` knows the time zone: by its name in the IANA database. */
export function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}

const language = described(wordOf(languages).optional(), {
  en: "language of headings and words; without it, that of the person's account",
  ko: "제목과 낱말의 언어. 지정하지 않으면 계정의 언어",
});

const zone = described(line(64).refine(isZone, "an IANA time zone such as Asia/Seoul").optional(), {
  en: "time zone in which times are written (IANA), such as `Asia/Seoul`; without it, that of the hub's country",
  ko: "시각을 적을 시간대(IANA), 예: `Asia/Seoul`. 지정하지 않으면 허브가 속한 나라의 시간대",
});

const filterNames = Object.keys(exposureFilters);

export const exportCsv = contract({
  name: "exposure.exportCsv",
  method: "GET",
  path: "/exposure-exports/csv",
  summary: { en: "Export exposures as CSV, for spreadsheets", ko: "스프레드시트용 CSV로 노출 내보내기" },
  who: [member],
  input: z.object({
    ...exposureFilters,
    language,
    zone,
    bom: described(z.boolean().default(false), {
      en: "begin with a byte order mark, without which Excel takes the file for another encoding",
      ko: "`true`이면 파일 앞에 BOM을 붙입니다. Excel에서 한글이 깨지지 않게 할 때 씁니다",
    }),
  }),
  output: z.string(),
  errors: ["versions.invalid-purl"],
  answers: "text/csv",
  records: filterNames,
});

export const exportJson = contract({
  name: "exposure.exportJson",
  method: "GET",
  path: "/exposure-exports/json",
  summary: {
    en: "Export exposures as JSON lines, each as the list shows it",
    ko: "목록과 같은 모양의 JSON(한 줄에 하나)으로 노출 내보내기",
  },
  who: [member],
  input: z.object(exposureFilters),
  output: z.string(),
  errors: ["versions.invalid-purl"],
  answers: "application/x-ndjson",
  records: filterNames,
});

export const vexFormats = {
  cyclonedx: { en: "CycloneDX 1.6", ko: "CycloneDX 1.6" },
  openvex: { en: "OpenVEX 0.2.0", ko: "OpenVEX 0.2.0" },
} satisfies Record<string, Text>;

export const exportVex = contract({
  name: "exposure.exportVex",
  method: "GET",
  path: "/organisations/{organisation}/exposure-exports/vex",
  summary: {
    en: "Export where exposures stand as a VEX document, of an asset or of the organisation",
    ko: "노출의 상태를 VEX 문서로 내보내기(자산 하나 또는 기관 전체)",
  },
  who: [member],
  input: z.object({
    ...exposureFilters,
    organisation: described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" }),
    state: described(exposureFilters.state, {
      en: "only those in any of these states; without it, all but the retracted",
      ko: "이 상태인 것만. 지정하지 않으면 철회된 것을 뺀 전부",
    }),
    format: described(wordOf(vexFormats).default("cyclonedx"), { en: "in which format", ko: "문서 형식" }),
    language,
  }),
  output: z.string(),
  errors: ["versions.invalid-purl", "members.unknown-organisation", "inventories.unknown-asset"],
  answers: "application/json; charset=utf-8",
  records: filterNames,
});

export const reportPdf = contract({
  name: "exposure.reportPdf",
  method: "GET",
  path: "/exposure-reports/pdf",
  summary: {
    en: "Make a report for officials: how an organisation stands, or those whose status one sees (PDF)",
    ko: "보고서(PDF) 만들기: 한 기관, 또는 현황을 볼 수 있는 기관 전체",
  },
  who: [member],
  input: z.object({
    organisation: described(handle.optional(), {
      en: "handle of the organisation; without it, how all stand whose status the caller sees, without component names",
      ko: "기관의 짧은 이름. 지정하지 않으면 현황을 볼 수 있는 모든 기관(구성 요소 이름 없이)",
    }),
    sector: described(wordOf(sectors).optional(), {
      en: "without an organisation: only those of this sector",
      ko: "기관을 지정하지 않았을 때 이 분야의 기관만",
    }),
    days: described(z.int().min(1).max(366).default(30), {
      en: "how many days back what was fixed is told",
      ko: "조치된 것을 되돌아볼 일수",
    }),
    tlp: described(tlp.default("AMBER+STRICT"), {
      en: "TLP label at the head and foot of each page",
      ko: "각 쪽 위아래에 적을 TLP 표시",
    }),
    language,
    zone,
  }),
  output: z.string(),
  errors: ["members.unknown-organisation"],
  answers: "application/pdf",
  records: ["organisation", "sector", "days", "tlp"],
});
