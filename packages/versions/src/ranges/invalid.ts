import { BongsuError, type Language, type Text } from "@bongsu/base";
import { versionProblems } from "../problems.ts";

/** The rules that a range can break, for people. */
export const rangeRules = {
  "not-vers": { en: "it does not begin with “vers:”", ko: "“vers:”로 시작하지 않습니다" },
  "no-slash": { en: "there is no “/” after the type", ko: "유형 뒤에 “/”가 없습니다" },
  "bad-type": {
    en: "the type is not lowercase letters, digits, “.” and “-” after a letter",
    ko: "유형은 소문자로 시작하고 소문자, 숫자, “.”, “-”만 쓸 수 있습니다",
  },
  "invalid-type": {
    en: "the type “invalid” is reserved for invalid ranges",
    ko: "유형 “invalid”는 잘못된 범위의 예로 예약되어 있습니다",
  },
  "only-star": { en: "this type allows “*” only", ko: "이 유형에는 “*”만 쓸 수 있습니다" },
  "star-alone": { en: "“*” must stand alone", ko: "“*”는 단독으로만 쓸 수 있습니다" },
  "no-constraint": { en: "a constraint is missing", ko: "제약 조건이 빠져 있습니다" },
  "bad-character": { en: "a character is not printable ASCII", ko: "출력 가능한 ASCII가 아닌 문자가 있습니다" },
  "equals-sign": { en: "an equal version is written without “=”", ko: "같은 버전은 “=” 없이 써야 합니다" },
  "no-version": { en: "a version is missing", ko: "버전이 빠져 있습니다" },
  "must-encode": {
    en: "a character of the version must be percent-encoded",
    ko: "버전의 특수 문자는 퍼센트 인코딩해야 합니다",
  },
  "bad-percent": { en: "the percent-encoding is not valid", ko: "퍼센트 인코딩이 올바르지 않습니다" },
  "not-a-version": { en: "this is not a version of its ecosystem", ko: "해당 생태계의 버전이 아닙니다" },
  "not-sorted": { en: "the constraints are not sorted by version", ko: "제약 조건이 버전순이 아닙니다" },
  "duplicate-version": { en: "a version occurs twice", ko: "같은 버전이 두 번 나옵니다" },
  "bad-sequence": {
    en: "lower and upper bounds do not alternate",
    ko: "하한과 상한이 번갈아 나오지 않습니다",
  },
  contradiction: {
    en: "the constraints on one version contradict each other",
    ko: "한 버전에 대한 제약 조건이 서로 모순됩니다",
  },
  syntax: { en: "this cannot be read here", ko: "이 위치의 내용을 읽을 수 없습니다" },
  "bad-bracket": { en: "the brackets do not match", ko: "괄호가 맞지 않습니다" },
  "bad-wildcard": { en: "a wildcard stands where none may", ko: "와일드카드를 쓸 수 없는 위치입니다" },
} as const satisfies Record<string, Text>;

export type RangeRule = keyof typeof rangeRules;

/** A range that cannot be read: which, by which rule, and at which character (from 0). */
export function invalidRange(range: string, rule: RangeRule, offset?: number): BongsuError {
  const place = offset === undefined ? {} : { offset };
  const said = (language: Language) =>
    versionProblems.problem("versions.invalid-range", { range, rule: rangeRules[rule][language] }, place);
  const en = said("en");
  return new BongsuError({ ...en, message: { en: en.message.en, ko: said("ko").message.ko } });
}
