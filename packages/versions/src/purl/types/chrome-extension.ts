import type { TypeRule } from "./rule.ts";

/** The name is an extension's id: 16 bytes in base 16 with the digits `a` to `p`; a version has one to four numbers. */
export const chromeExtension: TypeRule = {
  namespace: "prohibited",
  lower: ["name"],
  check(purl, broken) {
    if (!/^[a-p]{32}$/.test(purl.name)) {
      broken({ en: "an extension's id has 32 letters from a to p", ko: "확장 ID는 a~p 글자 32개입니다" }, "name");
    }
    if (purl.version !== null && !/^\d+(?:\.\d+){0,3}$/.test(purl.version)) {
      broken({ en: "an extension's version has one to four numbers", ko: "확장 버전은 숫자 1~4개입니다" }, "version");
    }
  },
};
