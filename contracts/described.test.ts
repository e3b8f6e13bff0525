import assert from "node:assert/strict";
import { test } from "node:test";
import type { Text } from "@bongsu/base";
import { z } from "zod";
import * as all from "./index.ts";
import { contractsIn, described, meaningOf } from "./index.ts";

interface Place {
  name: string;
  /** Operation, then the names on the way: `sharing.shareReport input.references.id`. */
  place: string;
  schema: z.core.$ZodType;
}

const isTextInBoth = (schema: z.ZodObject): boolean => Object.keys(schema.shape).sort().join() === "en,ko";

/** Every field of an object, and of what is in it. */
function fieldsIn(schema: unknown, place: string): Place[] {
  if (schema instanceof z.ZodObject) {
    if (isTextInBoth(schema)) return [];
    return Object.entries(schema.shape).flatMap(([name, one]) => [
      { name, place: `${place}.${name}`, schema: one },
      ...fieldsIn(one, `${place}.${name}`),
    ]);
  }
  if (schema instanceof z.ZodArray) return fieldsIn(schema.def.element, place);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((one) => fieldsIn(one, place));
  if (schema instanceof z.ZodRecord) return fieldsIn(schema.def.valueType, place);
  const wraps =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
      ? schema
      : null;
  return wraps === null ? [] : fieldsIn(wraps.def.innerType, place);
}

/** What can be only one word says what it means by that word. */
const saysItself = ({ schema }: Place): boolean => schema instanceof z.ZodLiteral;

const inputs = contractsIn(all).flatMap(({ name, input }) => fieldsIn(input, `${name} input`));
const outputs = contractsIn(all).flatMap(({ name, output }) => fieldsIn(output, `${name} output`));
const fields = [...inputs, ...outputs].filter((one) => !saysItself(one));

/** The words of a name or of a sentence, without those that say nothing. */
const wordsOf = (text: string): string =>
  text
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .replace(/\b(the|a|an|its|their|of|this)\b|[^a-z ]/g, "")
    .trim()
    .replace(/ +/g, " ");

function faultOf(name: string, meaning: Text | null): string | null {
  if (meaning === null) return "has no meaning";
  const { en, ko } = meaning;
  if (en.trim() === "" || ko.trim() === "") return "means nothing";
  if (!/\p{Script=Hangul}/u.test(ko)) return `is not in Korean: ${ko}`;
  if (/\p{Script=Hangul}/u.test(en)) return `is not in English: ${en}`;
  if (wordsOf(en) === wordsOf(name)) return `only repeats its name: ${en}`;
  return /^\s|\s$|[.。]$/u.test(en) || /^\s|\s$|\.$/u.test(ko) ? `ends like a sentence: ${en} / ${ko}` : null;
}

test("every field that is sent or answered says what it means, in Korean and in English", () => {
  const faults = fields.flatMap(({ name, place, schema }) => {
    const fault = faultOf(name, meaningOf(schema));
    return fault === null ? [] : [`${place} ${fault}`];
  });
  assert.deepEqual([...new Set(faults)], []);
  assert.ok(inputs.length > 380 && outputs.length > 500, `${inputs.length} and ${outputs.length} fields`);
});

test("code in a meaning is closed, and is the same in both languages", () => {
  const codeIn = (text: string): string[] => {
    const parts = text.split("`");
    assert.equal(parts.length % 2, 1, text);
    return parts.filter((_, index) => index % 2 === 1);
  };
  for (const { place, schema } of fields) {
    const meaning = meaningOf(schema);
    if (meaning === null) continue;
    const korean = codeIn(meaning.ko);
    for (const code of codeIn(meaning.en)) {
      const placeholder = /^capability\./.test(code);
      assert.ok(placeholder || korean.includes(code), `${place}: ${code} stands only in English`);
    }
  }
});

test("a meaning that says nothing is found", () => {
  const both = (en: string, ko: string) => faultOf("lastUsedAt", { en, ko });
  assert.equal(both("when it last did something", "마지막으로 쓴 시각"), null);
  assert.match(both("the last used at", "마지막으로 쓴 시각") ?? "", /repeats/);
  assert.match(both("when it last did something", "last used") ?? "", /Korean/);
  assert.match(both("마지막", "마지막") ?? "", /English/);
  assert.match(both("when it last did something", " ") ?? "", /nothing/);
  assert.match(faultOf("lastUsedAt", null) ?? "", /no meaning/);
});

test("a meaning stays with a field that becomes optional, gets a default, or is one of a list", () => {
  const meaning = { en: "what it is for", ko: "용도" };
  const field = described(z.string(), meaning);
  for (const one of [field.optional(), field.default(""), field.nullable(), z.array(field), field.min(2)])
    assert.deepEqual(meaningOf(one), meaning);
  assert.equal(meaningOf(z.string()), null);
});
