import { isBothLanguages, type JsonSchema, withoutNull } from "@bongsu/contracts";

/** Words of which one fits where a schema asks for a certain form. All of them are made up. */
const words = [
  "haneul-city",
  "example",
  "pkg:npm/lodash@4.17.20",
  "CVE-2021-44228",
  "KR-11",
  "haneul.example",
  "https://haneul.example/",
  "+82-2-0000-0000",
  "0123456789abcdef",
  "1.2.3",
  "2026-11-20",
  "09:00",
];

const byFormat: Record<string, string> = {
  "date-time": "2026-11-20T09:00:00Z",
  date: "2026-11-20",
  uuid: "019ab1c2-6f00-7000-8000-000000000001",
  email: "minji@haneul.example",
  uri: "https://haneul.example/",
};

/** Where a field's name says what it holds. */
const byName: Record<string, string> = {
  client: "bada-bank",
  provider: "saebyeok-security",
  member: "bada-bank",
  scopes: "members:read",
  title: "Sign-ins from an unknown network",
  text: "Since this morning, from three addresses.",
  reason: "Agreed on the phone.",
  name: "web-front",
  fingerprints: "0123456789ABCDEF0123456789ABCDEF01234567",
};

/** Fingerprints and numbers of a fixed length. */
const repeated = ["a", "0", "A"].flatMap((letter) => Array.from({ length: 128 }, (_, n) => letter.repeat(n + 1)));

function textFor(
  { format = "", pattern, allOf = [], minLength = 0, maxLength = 1e9 }: JsonSchema,
  name: string,
): string {
  const known = byFormat[format];
  if (known !== undefined) return known;
  const forms = [pattern, ...allOf.map((part) => part.pattern)].flatMap((one) =>
    one === undefined ? [] : [new RegExp(one, "u")],
  );
  const fits = (word: string) =>
    word.length >= minLength && word.length <= maxLength && forms.every((form) => form.test(word));
  const named = byName[name];
  const candidates = [...(named === undefined ? [] : [named]), ...(forms.length === 0 ? ["…"] : []), ...words];
  return candidates.find(fits) ?? repeated.find(fits) ?? "x".repeat(Math.max(1, minLength));
}

/** A value that a schema takes: for examples. */
export function sampleOf(given: JsonSchema, name: string): unknown {
  const schema = withoutNull(given);
  const { type, properties = {}, required = [], items = {}, minItems = 1 } = schema;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return sampleOf(choice, name);
  if (isBothLanguages(schema)) return { en: "Haneul City", ko: "하늘시" };
  if (type === "object") {
    return Object.fromEntries(required.map((field) => [field, sampleOf(properties[field] ?? {}, field)]));
  }
  if (type === "array") return Array.from({ length: Math.max(1, minItems) }, () => sampleOf(items, name));
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  if (type === "boolean") return true;
  return type === "null" ? null : textFor(schema, name);
}
