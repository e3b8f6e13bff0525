import type { Text } from "@bongsu/base";
import { handleForm } from "./fields.ts";
import type { JsonSchema } from "./shape.ts";

const plain = {
  string: { en: "text", ko: "문자열" },
  integer: { en: "whole number", ko: "정수" },
  number: { en: "number", ko: "수" },
  boolean: { en: "yes or no", ko: "예/아니요" },
  null: { en: "null", ko: "null" },
  object: { en: "object", ko: "객체" },
  any: { en: "any JSON", ko: "임의의 JSON" },
  time: { en: "time", ko: "시각" },
  id: { en: "id", ko: "식별자" },
  handle: { en: "handle", ko: "짧은 이름" },
  email: { en: "e-mail address", ko: "이메일 주소" },
  choice: { en: "one of", ko: "다음 중 하나" },
  choices: { en: "any of", ko: "다음 중 여럿" },
  both: { en: "text in both languages", ko: "두 언어의 문자열" },
} satisfies Record<string, Text>;

const formats: Record<string, Text> = { "date-time": plain.time, uuid: plain.id, email: plain.email };

/** The schema itself where `null` is the only other choice; undefined where it is not that simple. */
export function withoutNull(schema: JsonSchema): JsonSchema {
  const { anyOf, type } = schema;
  if (Array.isArray(type)) {
    const [first, ...others] = type.filter((one) => one !== "null");
    return others.length === 0 && first !== undefined ? { ...schema, type: first } : schema;
  }
  const rest = anyOf?.filter((one) => one.type !== "null");
  const [only] = rest ?? [];
  return rest?.length === 1 && only !== undefined ? ({ ...schema, ...only, anyOf: undefined } as JsonSchema) : schema;
}

export const mayBeNull = ({ type, anyOf = [] }: JsonSchema): boolean =>
  (Array.isArray(type) && type.includes("null")) || anyOf.some((one) => one.type === "null");

/** True for a text in every language of the product. */
export const isBothLanguages = ({ properties }: JsonSchema): boolean =>
  properties !== undefined && Object.keys(properties).sort().join() === "en,ko";

/** What kind of value a schema asks for, in a few words. */
export function kindOf(given: JsonSchema): Text {
  const schema = withoutNull(given);
  const { type, format = "", items, anyOf, oneOf } = schema;
  if (schema.enum !== undefined || schema.const !== undefined) return plain.choice;
  if (type === "array") {
    if (choicesOf(items ?? {}).length > 0) return plain.choices;
    const { en, ko } = kindOf(items ?? {});
    return { en: `list: ${en}`, ko: `목록: ${ko}` };
  }
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) {
    const kinds = choices.map(kindOf);
    const joined = (language: keyof Text) => [...new Set(kinds.map((one) => one[language]))].join(" | ");
    return { en: joined("en"), ko: joined("ko") };
  }
  if (isBothLanguages(schema)) return plain.both;
  if (schema.pattern === handleForm.source) return plain.handle;
  const known = formats[format];
  if (known !== undefined) return known;
  return typeof type === "string" && type in plain ? plain[type as keyof typeof plain] : plain.any;
}

const written = (number: number): string => number.toLocaleString("en-US", { maximumFractionDigits: 20 });

function range(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined)
    return least === most ? written(least) : `${written(least)}–${written(most)}`;
  return least !== undefined ? `≥ ${written(least)}` : most !== undefined ? `≤ ${written(most)}` : "";
}

/** The bounds of a value: of a number, of a text's length, of how many a list may have. */
export function limitsOf(given: JsonSchema): Text[] {
  const schema = withoutNull(given);
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const limits: Text[] = [];
  const number = range(minimum, maximum);
  const length = range(minLength, maxLength);
  const count = range(minItems, maxItems);
  if (number !== "") limits.push({ en: number, ko: number });
  if (length !== "") limits.push({ en: `${length} characters`, ko: `${length}자` });
  if (count !== "") limits.push({ en: `${count} of them`, ko: `${count}개` });
  return schema.type === "array" ? [...limits, ...limitsOf(schema.items ?? {})] : limits;
}

/** The words that a choice is made from; none where it is no choice. Those of a list are the choices of its items. */
export function choicesOf(given: JsonSchema): string[] {
  const schema = withoutNull(given);
  if (schema.type === "array") return choicesOf(schema.items ?? {});
  return (schema.enum ?? (schema.const === undefined ? [] : [schema.const])).map(String);
}
