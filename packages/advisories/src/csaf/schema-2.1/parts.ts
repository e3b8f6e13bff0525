/** A JSON Schema (draft 2020-12), as data. */
export type Schema = boolean | { [keyword: string]: unknown };

export const text: Schema = { type: "string", minLength: 1 };
export const uri: Schema = { type: "string", format: "uri" };
export const dateTime: Schema = { type: "string", format: "date-time" };

export const matching = (pattern: string, more: { [keyword: string]: unknown } = {}): Schema => ({
  type: "string",
  pattern,
  ...more,
});

export const oneOfThese = (...values: string[]): Schema => ({ type: "string", enum: values });

/** A list with at least one item. */
export const list = (items: Schema, more: { [keyword: string]: unknown } = {}): Schema => ({
  type: "array",
  minItems: 1,
  items,
  ...more,
});

/** A list with at least one item, and no item twice. */
export const set = (items: Schema, more: { [keyword: string]: unknown } = {}): Schema =>
  list(items, { uniqueItems: true, ...more });

/** An object with these members and no others; those of `required` must be there. */
export const closed = (
  required: string[],
  properties: { [key: string]: Schema },
  more: { [keyword: string]: unknown } = {},
): Schema => ({ type: "object", required, properties, additionalProperties: false, ...more });

/** A definition of the CSAF schema (section 3.1). */
export const definition = (name: string): Schema => ({ $ref: `${csafSchemaId}#/$defs/${name}` });

export const csafSchemaId = "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json";
export const strictCsafSchemaId = `${csafSchemaId}?strict`;
export const extensionContentId = "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/extension-content.json";
export const ssvcSelectionListId = "https://certcc.github.io/SSVC/data/schema/v2/SelectionList_2_0_0.schema.json";
export const cvssIds = {
  v2: "https://www.first.org/cvss/cvss-v2.0.json",
  v30: "https://www.first.org/cvss/cvss-v3.0.json",
  v31: "https://www.first.org/cvss/cvss-v3.1.json",
  v4: "https://www.first.org/cvss/cvss-v4.0.json",
} as const;
