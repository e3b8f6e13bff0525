import { defineProblems } from "@bongsu/base";

/** What can be wrong with a package URL, a version or a range. */
export const versionProblems = defineProblems({
  "versions.invalid-purl": {
    message: {
      en: "“{purl}” is not a valid package URL: {rule} ({at}).",
      ko: "패키지 URL “{purl}”: {rule} ({at}).",
    },
    fix: {
      en: "Write it as pkg:type/namespace/name@version?qualifiers#subpath (ECMA-427).",
      ko: "pkg:type/namespace/name@version?qualifiers#subpath 형식(ECMA-427)으로 쓰십시오.",
    },
  },
  "versions.invalid-range": {
    message: {
      en: "“{range}” is not a version range that can be read: {rule}.",
      ko: "“{range|”은/는} 읽을 수 있는 버전 범위가 아닙니다: {rule}.",
    },
    fix: {
      en: "Check the range against the notation that it claims to follow.",
      ko: "해당 표기법에 맞는지 범위를 확인하십시오.",
    },
  },
  "versions.mixed-ecosystems": {
    message: {
      en: "Ranges of “{first}” and “{second}” cannot be combined: their versions are ordered differently.",
      ko: "“{first}” 범위와 “{second}” 범위는 버전 순서가 달라 합칠 수 없습니다.",
    },
    fix: {
      en: "Combine only ranges of one ecosystem.",
      ko: "같은 생태계의 범위끼리만 합치십시오.",
    },
  },
  "versions.unknown-ecosystem": {
    message: {
      en: "No version order is known for the ecosystem “{ecosystem}”.",
      ko: "“{ecosystem}” 생태계의 버전 순서를 알지 못합니다.",
    },
    fix: {
      en: "Use a name as OSV writes it (npm, PyPI, Debian:12 …), or “generic”.",
      ko: "OSV 표기에 따른 이름(npm, PyPI, Debian:12 등)이나 “generic”을 쓰십시오.",
    },
  },
});
