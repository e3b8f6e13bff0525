import type { Language, Text } from "@bongsu/base";
import {
  criticalities,
  exploitations,
  exposureDecisions,
  type exposureLine,
  exposureStates,
  networks,
  ratings,
} from "@bongsu/contracts";
import type { z } from "zod";
import type { CsvValue } from "./csv.ts";

type Line = z.output<typeof exposureLine>;

/** How times and words are written. */
export interface Writing {
  language: Language;
  time: (time: Date) => string;
}

interface Column {
  title: Text;
  value: (line: Line, writing: Writing) => CsvValue;
}

const time =
  (of: (line: Line) => Date | null) =>
  (line: Line, { time: write }: Writing): CsvValue => {
    const at = of(line);
    return at === null ? null : write(at);
  };

const word =
  <Word extends string>(words: Record<Word, Text>, of: (line: Line) => Word) =>
  (line: Line, { language }: Writing): CsvValue =>
    words[of(line)][language];

/** The columns in their order; new ones are added at the end. */
export const csvColumns: readonly Column[] = [
  { title: { en: "Organisation", ko: "기관" }, value: ({ organisation }) => organisation },
  { title: { en: "Asset", ko: "자산" }, value: ({ asset }) => asset.name },
  { title: { en: "Criticality", ko: "중요도" }, value: word(criticalities, ({ asset }) => asset.criticality) },
  { title: { en: "Network", ko: "네트워크" }, value: word(networks, ({ asset }) => asset.network) },
  { title: { en: "Ecosystem", ko: "생태계" }, value: (line) => line.package.ecosystem },
  { title: { en: "Release", ko: "릴리스" }, value: (line) => line.package.release },
  { title: { en: "Package", ko: "패키지" }, value: (line) => line.package.name },
  { title: { en: "Version", ko: "버전" }, value: ({ version }) => version },
  { title: { en: "Vulnerability", ko: "취약점" }, value: ({ vulnerability }) => vulnerability },
  { title: { en: "Title", ko: "제목" }, value: ({ title }) => title },
  { title: { en: "To do", ko: "조치" }, value: word(exposureDecisions, ({ decision }) => decision) },
  { title: { en: "State", ko: "상태" }, value: word(exposureStates, ({ state }) => state) },
  { title: { en: "State since", ko: "상태 변경 시각" }, value: time(({ stateAt }) => stateAt) },
  { title: { en: "Exposed since", ko: "노출 발생 시각" }, value: time(({ since }) => since) },
  { title: { en: "Due", ko: "조치 기한" }, value: time(({ dueAt }) => dueAt) },
  { title: { en: "Planned for", ko: "조치 예정" }, value: time(({ plannedFor }) => plannedFor) },
  { title: { en: "Accepted until", ko: "위험 수용 기한" }, value: time(({ acceptedUntil }) => acceptedUntil) },
  { title: { en: "Assigned to", ko: "담당자" }, value: ({ assignee }) => assignee?.name ?? null },
  { title: { en: "Fixed version", ko: "수정 버전" }, value: ({ fixedVersion }) => fixedVersion },
  { title: { en: "Rating", ko: "심각도 등급" }, value: word(ratings, ({ rating }) => rating) },
  { title: { en: "CVSS score", ko: "CVSS 점수" }, value: ({ score }) => score },
  { title: { en: "Exploitation", ko: "악용 상태" }, value: word(exploitations, ({ exploitation }) => exploitation) },
  { title: { en: "EPSS", ko: "EPSS" }, value: ({ epss }) => epss },
];
