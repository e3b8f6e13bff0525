import { defineProblems } from "@bongsu/base";

const rebuild = {
  en: "Build it again with “bongsu index build”.",
  ko: "“bongsu index build”로 다시 만드세요.",
};

/** What can be wrong with a compiled index or an ignore file. */
export const matchingProblems = defineProblems({
  "matching.index-foreign": {
    message: {
      en: "This is not a compiled advisory index.",
      ko: "컴파일된 권고 색인 파일이 아닙니다.",
    },
    fix: {
      en: "Make one with “bongsu index build”, or give the advisories themselves.",
      ko: "“bongsu index build”로 색인을 만들거나 권고 문서를 직접 지정하세요.",
    },
  },
  "matching.index-version": {
    message: {
      en: "The compiled index has format version {found}; this program reads version {known}.",
      ko: "색인의 형식 버전은 {found}인데 이 프로그램은 버전 {known|을/를} 읽습니다.",
    },
    fix: rebuild,
  },
  "matching.index-truncated": {
    message: {
      en: "The compiled index ends after {found} bytes; it was {expected} bytes long when it was written.",
      ko: "색인이 {found}바이트에서 끝납니다. 만들 때는 {expected}바이트였습니다.",
    },
    fix: { en: "Copy it again, or build it again.", ko: "다시 복사하거나 다시 만드세요." },
  },
  "matching.index-damaged": {
    message: {
      en: "The compiled index is damaged near byte {offset}: a checksum does not fit.",
      ko: "색인이 {offset}번째 바이트 부근에서 손상되었습니다. 체크섬이 맞지 않습니다.",
    },
    fix: rebuild,
  },
  "matching.index-too-large": {
    message: {
      en: "The advisories make an index larger than {limit} bytes.",
      ko: "권고가 너무 많아 색인이 {limit}바이트를 넘습니다.",
    },
    fix: {
      en: "Build one index per ecosystem; “bongsu match” takes several.",
      ko: "생태계별로 색인을 나누어 만드세요. “bongsu match”는 색인을 여러 개 받습니다.",
    },
  },
  "matching.invalid-cpe": {
    severity: "warning",
    message: {
      en: "“{cpe}” is not a CPE name: {rule}.",
      ko: "“{cpe|”은/는} 올바른 CPE 이름이 아닙니다: {rule}.",
    },
    fix: {
      en: "Write it as cpe:2.3:part:vendor:product:version:… or cpe:/part:vendor:product:version (NISTIR 7695).",
      ko: "cpe:2.3:part:vendor:product:version:… 또는 cpe:/part:vendor:product:version 형식(NISTIR 7695)으로 쓰세요.",
    },
  },
  "matching.vex-unused": {
    severity: "info",
    message: {
      en: "VEX statements that are about nothing that was found: {n} of {all}.",
      ko: "찾아낸 항목 가운데 어느 것에도 해당하지 않는 VEX 진술이 있습니다: {all}건 중 {n}건.",
    },
    fix: {
      en: "If they should be: a statement counts for the product and the version that it names.",
      ko: "해당해야 한다면 진술에 적힌 제품과 버전을 확인하세요.",
    },
  },
  "matching.ignore-invalid": {
    message: { en: "This entry cannot be used: {rule}.", ko: "이 항목은 쓸 수 없습니다: {rule}." },
    fix: {
      en: "An entry has “id” and “reason”, and may have “package” and “until” (YYYY-MM-DD).",
      ko: "항목에는 “id”와 “reason”이 있어야 하고 “package”와 “until”(YYYY-MM-DD)을 더할 수 있습니다.",
    },
  },
  "matching.ignore-expired": {
    severity: "warning",
    message: {
      en: "The decision to ignore {id} ended on {until}: it counts again.",
      ko: "{id|을/를} 무시하기로 한 결정이 {until}에 끝났습니다. 다시 집계합니다.",
    },
    fix: { en: "Decide anew, or remove the entry.", ko: "다시 결정하거나 항목을 지우세요." },
  },
  "matching.ignore-unused": {
    severity: "info",
    message: {
      en: "Nothing was found that the entry for {id} would ignore.",
      ko: "{id} 항목이 무시할 만한 결과가 없었습니다.",
    },
    fix: { en: "Remove the entry where it has done its work.", ko: "더 필요하지 않으면 항목을 지우세요." },
  },
});
