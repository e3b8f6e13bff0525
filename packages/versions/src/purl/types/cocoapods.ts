import type { TypeRule } from "./rule.ts";

/** A pod's name has no blanks and no `+`, and does not begin with a period. */
export const cocoapods: TypeRule = {
  namespace: "prohibited",
  check(purl, broken) {
    if (/^\.|[\s+]/.test(purl.name)) {
      broken(
        {
          en: "a pod's name has no blank and no “+”, and begins with no “.”",
          ko: "Pod 이름에는 공백과 “+”가 없고 “.”으로 시작하지 않습니다",
        },
        "name",
      );
    }
  },
};
