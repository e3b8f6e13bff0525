import { segmentsOf } from "../parts.ts";
import type { TypeRule } from "./rule.ts";

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The namespace is the software creator's name and, if known, regid; a tag's id is in lower case where it is a GUID. */
export const swid: TypeRule = {
  qualifiers: ["tag_id"],
  normalise(purl) {
    const tag = purl.qualifiers?.tag_id;
    if (tag !== undefined && guid.test(tag)) purl.qualifiers = { ...purl.qualifiers, tag_id: tag.toLowerCase() };
  },
  check(purl, broken) {
    if (purl.namespace !== null && segmentsOf(purl.namespace).length > 2) {
      broken(
        {
          en: "the namespace is at most the creator's name and regid",
          ko: "이름공간은 제작자의 이름과 regid까지입니다",
        },
        "namespace",
      );
    }
  },
};
