import type { TypeRule } from "./rule.ts";

/** The namespace is an author's id, in capitals; the name is a distribution's, never a module's (`URI::PackageURL`). */
export const cpan: TypeRule = {
  normalise(purl) {
    purl.namespace = purl.namespace?.toUpperCase() ?? null;
  },
  check(purl, broken) {
    if (purl.name.includes("::")) {
      broken(
        { en: "it must name a distribution, not a module (“::”)", ko: "모듈(“::”)이 아니라 배포판 이름이어야 합니다" },
        "name",
      );
    }
  },
};
