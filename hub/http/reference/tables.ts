import { fill, type Language, type Text } from "@bongsu/base";
import {
  choicesOf,
  type Field,
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

function choices(schema: JsonSchema, table: Record<string, Text> | null, language: Language): Html | null {
  const all = choicesOf(schema);
  if (all.length === 0) return null;
  const items = all.map((word) => {
    const title = table?.[word]?.[language];
    return html`<li><code>${word}</code>${title === undefined ? null : html` <span>${title}</span>`}</li>`;
  });
  return html`<ul class="choices">${items}</ul>`;
}

const valueText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function typeCell({ schema, words: table, travels }: Field, language: Language): Html {
  const say = sayIn(language);
  if (travels === "bytes") return html`${say("bytes")}`;
  const simple = withoutNull(schema);
  const notes = [
    ...limitsOf(schema).map((limit) => limit[language]),
    ...(mayBeNull(schema) ? [say("orNull")] : []),
    ...(schema.default === undefined ? [] : [say("default", { value: valueText(schema.default) })]),
  ];
  const pattern = simple.pattern !== undefined && simple.pattern.length <= 60 ? simple.pattern : null;
  return html`${kindOf(schema)[language]}${notes.length === 0 ? null : html`<span class="notes">, ${notes.join(", ")}</span>`}${
    pattern === null ? null : html`<br><code class="pattern">${pattern}</code>`
  }${choices(schema, table, language)}${shape(schema, language, 1)}`;
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

function shape(given: JsonSchema, language: Language, depth: number): Html | null {
  const schema = withoutNull(given);
  if (schema.type === "array") return shape(schema.items ?? {}, language, depth);
  const choice = (schema.anyOf ?? schema.oneOf ?? []).map((one) => shape(one, language, depth + 1));
  if (choice.some((one) => one !== null)) return html`${choice}`;
  if (schema.properties === undefined || isBothLanguages(schema) || depth > deepest) return null;
  const items = Object.entries(schema.properties).map(([name, one]) => {
    const list = withoutNull(one).type === "array" ? "[]" : "";
    const kind = kindOf(one)[language] + (mayBeNull(one) ? ` ${sayIn(language)("orNull")}` : "");
    const some = choicesOf(one);
    const named = some.length > 0 && some.length <= mostChoices ? html`: <code>${some.join(" | ")}</code>` : null;
    return html`<li><code>${name}${list}</code> <span>${kind}${named}</span>${shape(one, language, depth + 1)}</li>`;
  });
  return html`<ul class="shape">${items}</ul>`;
}

/** What an operation answers, field by field. */
export function outputShape(output: z.ZodType, language: Language): Html {
  const schema = jsonSchemaOf(output);
  return shape(schema, language, 1) ?? html`<p>${kindOf(schema)[language]}${choices(schema, null, language)}</p>`;
}
