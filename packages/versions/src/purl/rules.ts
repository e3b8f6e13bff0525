import type { Text } from "@bongsu/base";

/** What a package URL can break, each in a few words. */
export const rules = {
  scheme: { en: "it must begin with “pkg:”", ko: "“pkg:”로 시작해야 합니다" },
  type: {
    en: "a type is needed: letters, digits, “.” and “-”, beginning with a letter",
    ko: "유형이 있어야 하며, 글자로 시작해 글자·숫자·“.”·“-”로만 이루어져야 합니다",
  },
  name: { en: "a name is needed", ko: "이름이 있어야 합니다" },
  percent: { en: "“%” must begin an encoded byte of UTF-8", ko: "“%” 뒤에는 UTF-8 바이트의 16진수가 와야 합니다" },
  control: { en: "control characters must be percent-encoded", ko: "제어 문자는 퍼센트 인코딩해야 합니다" },
  surrogate: { en: "half of a surrogate pair is not a character", ko: "서로게이트 쌍의 반쪽은 문자가 아닙니다" },
  blank: { en: "there must be no blanks around it", ko: "앞뒤에 공백이 없어야 합니다" },
  slash: { en: "a segment must not contain an encoded “/”", ko: "구간 안에 인코딩된 “/”가 있으면 안 됩니다" },
  key: {
    en: "a qualifier's key is a letter, then letters, digits, “.”, “-” and “_”",
    ko: "한정자의 키는 글자로 시작해 글자·숫자·“.”·“-”·“_”로만 이루어집니다",
  },
  keyCase: { en: "a qualifier's key must be in lower case", ko: "한정자의 키는 소문자여야 합니다" },
  duplicateKey: { en: "a qualifier's key must occur only once", ko: "한정자의 키는 한 번만 나와야 합니다" },
  text: { en: "this part must be text", ko: "이 부분은 문자열이어야 합니다" },
} satisfies Record<string, Text>;
