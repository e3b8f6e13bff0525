import { defineProblems } from "@bongsu/base";

const checkVector = {
  en: "Copy the whole vector from FIRST's calculator.",
  ko: "FIRST 계산기에서 벡터 전체를 다시 복사하십시오.",
};

/** What can be wrong with an advisory or a statement. */
export const advisoryProblems = defineProblems({
  "advisories.unknown-format": {
    message: {
      en: "This is not an advisory in a format that is read (OSV, CVE 5, CSAF 2, CycloneDX, OpenVEX, KEV, EPSS).",
      ko: "읽을 수 있는 형식(OSV, CVE 5, CSAF 2, CycloneDX, OpenVEX, KEV, EPSS)의 권고문이 아닙니다.",
    },
    fix: {
      en: "Give the document as its publisher serves it.",
      ko: "발행 기관이 제공하는 원문 그대로 넣으십시오.",
    },
  },
  "advisories.unsupported-version": {
    message: {
      en: "Version {version} of {format} is not read.",
      ko: "{format} {version} 버전은 읽을 수 없습니다.",
    },
    fix: { en: "Ask the publisher for {supported}.", ko: "발행 기관에 {supported} 문서를 요청하십시오." },
  },
  "advisories.wrong-type": {
    severity: "warning",
    message: {
      en: "The field {field} holds {found}, not {expected}; it was left out.",
      ko: "{field} 필드에 {expected} 형식이 아닌 값({found})이 있어 제외했습니다.",
    },
    fix: {
      en: "Correct the field as the format's schema says.",
      ko: "형식의 스키마에 맞게 필드를 고치십시오.",
    },
  },
  "advisories.missing": {
    severity: "warning",
    message: { en: "The field {field} is missing.", ko: "{field} 필드가 없습니다." },
    fix: { en: "Add the field, as the format requires it.", ko: "형식이 요구하는 필드를 추가하십시오." },
  },
  "advisories.no-id": {
    message: {
      en: "The record has no identifier, so it was not taken.",
      ko: "식별자가 없어 이 기록은 받아들이지 않았습니다.",
    },
    fix: { en: "Give the record its {field}.", ko: "기록에 {field|을/를} 채우십시오." },
  },
  "advisories.invalid-date": {
    severity: "warning",
    message: {
      en: "“{date}” is not a date that can be read.",
      ko: "“{date}”: 읽을 수 있는 날짜가 아닙니다.",
    },
    fix: { en: "Write it as in 2024-05-31T09:00:00Z (RFC 3339).", ko: "2024-05-31T09:00:00Z처럼(RFC 3339) 쓰십시오." },
  },
  "advisories.unknown-word": {
    severity: "warning",
    message: {
      en: "“{value}” is not a value that the field {field} may have.",
      ko: "“{value}”: {field} 필드에 쓸 수 있는 값이 아닙니다.",
    },
    fix: { en: "Use one of: {allowed}.", ko: "다음 가운데 하나를 쓰십시오: {allowed}." },
  },
  "advisories.unparsed-version": {
    severity: "warning",
    message: {
      en: "“{version}” is not a version that the order of {ecosystem} reads; it matches only by the exact text.",
      ko: "“{version}”: {ecosystem}의 버전 순서로 읽을 수 없어, 글자가 똑같은 경우에만 일치시킵니다.",
    },
    fix: {
      en: "Compare the versions concerned by hand.",
      ko: "해당 버전은 직접 비교하십시오.",
    },
  },
  "advisories.unparsed-bound": {
    severity: "warning",
    message: {
      en: "The bound {role} “{version}” is not a version that the order of {ecosystem} reads; the range stays open there.",
      ko: "경계 {role}의 “{version}”: {ecosystem}의 버전 순서로 읽을 수 없어, 범위의 그쪽 끝을 열어 둡니다.",
    },
    fix: {
      en: "Compare the versions concerned by hand.",
      ko: "해당 버전은 직접 비교하십시오.",
    },
  },
  "advisories.invalid-range": {
    severity: "warning",
    message: {
      en: "“{range}” is not a version range that can be read; it is kept as text.",
      ko: "“{range}”: 읽을 수 없는 버전 범위여서 글자 그대로 두었습니다.",
    },
    fix: {
      en: "Compare the versions concerned by hand, or ask the publisher to correct the range.",
      ko: "해당 버전은 직접 비교하거나, 발행 기관에 범위를 고쳐 달라고 요청하십시오.",
    },
  },
  "advisories.invalid-purl": {
    severity: "warning",
    message: {
      en: "“{purl}” is not a valid package URL.",
      ko: "“{purl}”: 올바른 패키지 URL이 아닙니다.",
    },
    fix: {
      en: "Write it as pkg:type/namespace/name@version?qualifiers#subpath (ECMA-427).",
      ko: "pkg:type/namespace/name@version?qualifiers#subpath 형식(ECMA-427)으로 쓰십시오.",
    },
  },
  "advisories.no-subject": {
    severity: "warning",
    message: {
      en: "The entry does not say which package or product it is about; it was left out.",
      ko: "어느 패키지나 제품에 대한 항목인지 알 수 없어 제외했습니다.",
    },
    fix: { en: "Name the package or the product.", ko: "패키지나 제품을 밝히십시오." },
  },
  "advisories.no-versions": {
    severity: "info",
    message: {
      en: "The entry names no versions, so that no version matches it.",
      ko: "버전이 적혀 있지 않아 어떤 버전과도 일치하지 않습니다.",
    },
    fix: { en: "Ask the publisher which versions are meant.", ko: "어느 버전을 뜻하는지 발행 기관에 문의하십시오." },
  },
  "advisories.unknown-product": {
    severity: "warning",
    message: {
      en: "The product {id} is named, but the product tree does not describe it.",
      ko: "제품 {id|이/가} 언급되지만 제품 트리에 정의되어 있지 않습니다.",
    },
    fix: { en: "Define the product in the product tree.", ko: "제품 트리에 제품을 정의하십시오." },
  },
  "advisories.unknown-group": {
    severity: "warning",
    message: {
      en: "The product group {id} is named, but the product tree does not describe it.",
      ko: "제품 그룹 {id|이/가} 언급되지만 제품 트리에 정의되어 있지 않습니다.",
    },
    fix: { en: "Define the group in the product tree.", ko: "제품 트리에 그룹을 정의하십시오." },
  },
  "advisories.repeated-product": {
    severity: "warning",
    message: {
      en: "The product {id} is described twice; the first description counts.",
      ko: "제품 {id|이/가} 두 번 정의되어 있어 첫 번째 정의를 따릅니다.",
    },
    fix: { en: "Give each product an id of its own.", ko: "제품마다 다른 id를 붙이십시오." },
  },
  "advisories.unknown-component": {
    severity: "info",
    message: {
      en: "The document does not describe the component {ref}.",
      ko: "문서에 구성 요소 {ref}에 대한 설명이 없습니다.",
    },
    fix: { en: "Read it together with the SBOM that it refers to.", ko: "참조하는 SBOM과 함께 읽으십시오." },
  },
  "advisories.too-deep": {
    severity: "warning",
    message: {
      en: "The tree is more than {limit} levels deep; what lies below was left out.",
      ko: "트리가 {limit}단계보다 깊어 그 아래는 제외했습니다.",
    },
    fix: { en: "Flatten the tree.", ko: "트리를 얕게 만드십시오." },
  },
  "advisories.too-many-links": {
    severity: "warning",
    message: {
      en: "The document ties together more than {limit} products and entries; the rest was left out.",
      ko: "문서가 제품과 항목을 {limit}개 넘게 연결하고 있어 나머지는 제외했습니다.",
    },
    fix: { en: "Split the document.", ko: "문서를 나누십시오." },
  },
  "advisories.more-problems": {
    severity: "warning",
    message: {
      en: "{count} further problems in this document are not listed.",
      ko: "이 문서의 문제 {count}건은 따로 나열하지 않았습니다.",
    },
    fix: { en: "Mend those listed and read it again.", ko: "나열된 문제를 고친 뒤 다시 읽으십시오." },
  },
  "advisories.cvss-version": {
    severity: "warning",
    message: {
      en: "“{vector}” claims a version of CVSS that does not exist.",
      ko: "“{vector}”: 존재하지 않는 CVSS 버전입니다.",
    },
    fix: { en: "Use CVSS 2.0, 3.0, 3.1 or 4.0.", ko: "CVSS 2.0, 3.0, 3.1, 4.0 가운데 하나를 쓰십시오." },
  },
  "advisories.cvss-form": {
    severity: "warning",
    message: {
      en: "“{vector}” is not a CVSS vector: {part} is not of the form metric:value.",
      ko: "“{vector}”: CVSS 벡터가 아닙니다. “{part}” 부분이 지표:값 형식이 아닙니다.",
    },
    fix: checkVector,
  },
  "advisories.cvss-metric": {
    severity: "warning",
    message: {
      en: "“{vector}” is not a CVSS vector: its version has no metric {part}.",
      ko: "“{vector}”: CVSS 벡터가 아닙니다. 해당 버전에 {part} 지표가 없습니다.",
    },
    fix: checkVector,
  },
  "advisories.cvss-value": {
    severity: "warning",
    message: {
      en: "“{vector}” is not a CVSS vector: {part} is not a value of that metric.",
      ko: "“{vector}”: CVSS 벡터가 아닙니다. {part|은/는} 해당 지표의 값이 아닙니다.",
    },
    fix: checkVector,
  },
  "advisories.cvss-twice": {
    severity: "warning",
    message: {
      en: "“{vector}” is not a CVSS vector: {part} gives a metric a second time.",
      ko: "“{vector}”: CVSS 벡터가 아닙니다. {part}에서 같은 지표가 다시 나옵니다.",
    },
    fix: checkVector,
  },
  "advisories.cvss-missing": {
    severity: "warning",
    message: {
      en: "“{vector}” is not a CVSS vector: the metric {part} is missing.",
      ko: "“{vector}”: CVSS 벡터가 아닙니다. {part} 지표가 없습니다.",
    },
    fix: checkVector,
  },
  "advisories.cvss-order": {
    severity: "warning",
    message: {
      en: "“{vector}” is not a CVSS 4.0 vector: {part} is out of order.",
      ko: "“{vector}”: CVSS 4.0 벡터가 아닙니다. {part}의 순서가 잘못되었습니다.",
    },
    fix: checkVector,
  },
  "advisories.cvss-score": {
    severity: "info",
    message: {
      en: "The score {stated} is stated, but the vector {vector} gives {computed}; the vector counts.",
      ko: "점수가 {stated|으로/로} 적혀 있으나 벡터 {vector}의 점수는 {computed}입니다. 벡터를 따릅니다.",
    },
    fix: { en: "Ask the publisher which of the two is meant.", ko: "어느 쪽이 맞는지 발행 기관에 문의하십시오." },
  },
  "advisories.csv-line": {
    severity: "warning",
    message: {
      en: "Line {line} is not of the form cve,epss,percentile; it was left out.",
      ko: "{line}행이 cve,epss,percentile 형식이 아니어서 제외했습니다.",
    },
    fix: { en: "Fetch the file again from FIRST.", ko: "FIRST에서 파일을 다시 받으십시오." },
  },
  "advisories.cannot-express": {
    severity: "warning",
    message: {
      en: "{format} has no place for this: {what}; it was left out.",
      ko: "{format} 형식에는 다음을 담을 자리가 없어 제외했습니다: {what}.",
    },
    fix: {
      en: "Send the original along, or choose another format.",
      ko: "원문을 함께 보내거나 다른 형식을 고르십시오.",
    },
  },
  "advisories.shortened": {
    severity: "warning",
    message: {
      en: "The field {field} was cut to the {limit} characters that the format allows.",
      ko: "{field} 필드를 형식이 허용하는 {limit}자로 줄였습니다.",
    },
    fix: { en: "Shorten the text before writing it.", ko: "쓰기 전에 글을 줄이십시오." },
  },
  "advisories.cannot-write": {
    message: {
      en: "{format} cannot be written: {what}.",
      ko: "{format} 문서를 쓸 수 없습니다: {what}.",
    },
    fix: { en: "Complete the advisory first.", ko: "먼저 권고문의 내용을 채우십시오." },
  },
});

/** The codes of this package's problems. */
export type AdvisoryProblemCode = keyof typeof advisoryProblems.table & string;
