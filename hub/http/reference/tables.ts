import { fill, type Language, type Text } from "@bongsu/base";
import {
  choicesOf,
  type Field,
  handleForm,
  isBothLanguages,
  type JsonSchema,
  jsonSchemaOf,
  kindOf,
  limitsOf,
  mayBeNull,
  withoutNull,
} from "@bongsu/contracts";
import type { z } from "zod";
import { type Html, html, sentence } from "./markup.ts";
import { type Word, words } from "./words.ts";

type Say = (word: Word, params?: Record<string, string>) => string;

export const sayIn =
  (language: Language): Say =>
  (word, params = {}) =>
    fill(words[word][language], params);

/** Whether a title says anything that its word does not say. */
const adds = (word: string, title: string): boolean => title.toLowerCase() !== word.replace(/[-_]/g, " ").toLowerCase();

function choices(schema: JsonSchema, table: Record<string, Text> | null, language: Language): Html | null {
  const all = choicesOf(schema);
  if (all.length === 0) return null;
  const items = all.map((word) => {
    const title = table?.[word]?.[language];
    return html`<li><code>${word}</code>${title === undefined || !adds(word, title) ? null : html` <span>${title}</span>`}</li>`;
  });
  return html`<ul class="choices">${items}</ul>`;
}

const valueText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Nothing is what stands for nothing: no text, no items, null. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** The form of a text, where it says what is taken; not where it only refuses control characters. */
function formOf(schema: JsonSchema): string | null {
  const { pattern } = withoutNull(schema);
  if (pattern === undefined || pattern.length > 60 || pattern === handleForm.source) return null;
  return pattern.startsWith("^[^") ? null : pattern;
}

function typeCell({ schema, words: table, travels }: Field, language: Language): Html {
  const say = sayIn(language);
  if (travels === "bytes") return html`<p class="kind">${say("bytes")}</p>`;
  const kinds = [
    kindOf(schema)[language],
    ...limitsOf(schema).map((limit) => limit[language]),
    ...(mayBeNull(schema) ? [say("orNull")] : []),
    ...(isNothing(schema.default) ? [] : [say("default", { value: valueText(schema.default) })]),
  ];
  const form = formOf(schema);
  return html`<p class="kind">${kinds.join(", ")}${form === null ? null : html` <code>${form}</code>`}</p>${choices(
    schema,
    table,
    language,
  )}${shape(schema, language, 1)}`;
}

/** The fields of an operation's input: where each travels, what it takes. */
export function inputTable(fields: readonly Field[], language: Language): Html {
  const say = sayIn(language);
  if (fields.length === 0) return html`<p>${say("noInput")}</p>`;
  const rows = fields.map(
    (field) => html`<tr>
<th scope="row"><code>${field.name}</code>${field.required ? html` <em>${say("required")}</em>` : null}</th>
<td>${say(`travels.${field.travels}`)}</td>
<td>${field.meaning === null ? null : html`<p>${sentence(field.meaning[language])}</p>`}${typeCell(field, language)}</td>
</tr>`,
  );
  return html`<div class="table"><table>
<thead><tr><th scope="col">${say("field")}</th><th scope="col">${say("travels")}</th><th scope="col">${say("type")}</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

/** How deep an output is shown; what lies below is in the OpenAPI document. */
const deepest = 4;

/** A choice from more words than these is shown by their number: the input and the OpenAPI document name them. */
const mostChoices = 16;

/** What kind of value an answer has; of a choice, its words; of what can be only one word, that word. */
function kindIn(schema: JsonSchema, language: Language): Html {
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`;
  const some = choicesOf(schema);
  const named = some.length > 0 && some.length <= mostChoices ? html`: <code>${some.join(" | ")}</code>` : null;
  return html`${kindOf(schema)[language]}${named}${mayBeNull(schema) ? html` ${sayIn(language)("orNull")}` : null}`;
}

function shape(given: JsonSchema, language: Language, depth: number): Html | null {
  const schema = withoutNull(given);
  if (schema.type === "array") return shape(schema.items ?? {}, language, depth);
  const variants = (schema.anyOf ?? schema.oneOf ?? []).flatMap((one) => shape(one, language, depth + 1) ?? []);
  if (variants.length > 0) {
    const or = html`<p class="or">${sayIn(language)("or")}</p>`;
    return html`${variants.map((one, at) => (at === 0 ? one : html`${or}${one}`))}`;
  }
  if (schema.properties === undefined || isBothLanguages(schema) || depth > deepest) return null;
  const items = Object.entries(schema.properties).map(([name, one]) => {
    const list = withoutNull(one).type === "array" ? "[]" : "";
    const meaning = one["x-meaning"]?.[language];
    return html`<li><code>${name}${list}</code><p>${meaning === undefined ? null : html`${sentence(meaning)} · `}<span>${kindIn(
      one,
      language,
    )}</span></p>${shape(one, language, depth + 1)}</li>`;
  });
  return html`<ul class="shape">${items}</ul>`;
}

/** What an operation answers, field by field. */
export function outputShape(output: z.ZodType, language: Language): Html {
  const schema = jsonSchemaOf(output);
  return shape(schema, language, 1) ?? html`<p>${kindOf(schema)[language]}${choices(schema, null, language)}</p>`;
}
