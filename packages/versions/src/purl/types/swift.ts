import type { TypeRule } from "./rule.ts";

/** The namespace is the source host and the user or organisation there. */
export const swift: TypeRule = {
  namespace: "required",
  check(purl, broken) {
    if (purl.namespace !== null && !purl.namespace.includes("/")) {
      broken(
        { en: "the namespace must be a host and an owner", ko: "이름공간은 호스트와 소유자여야 합니다" },
        "namespace",
      );
    }
  },
};
