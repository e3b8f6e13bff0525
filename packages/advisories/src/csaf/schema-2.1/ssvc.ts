import { semanticVersion } from "./definitions.ts";
import { closed, dateTime, list, matching, type Schema, set, ssvcSelectionListId, text, uri } from "./parts.ts";

/** Letters, digits and `_`, with a letter or digit at either end; `T*` is an old key that stays. */
const key = matching("^(([a-zA-Z0-9])|([a-zA-Z0-9][a-zA-Z0-9_]*[a-zA-Z0-9])|(T\\*))$");

const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const domain = `${label}(\\.${label})+`;
const fragment = "[a-z0-9]+([.-][a-z0-9]+)*";
const language =
  "(([a-zA-Z]{2,3}(-[a-zA-Z]{3}(-[a-zA-Z]{3}){0,2})?|[a-zA-Z]{4,8})(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?(-([a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[a-zA-Z0-9]{2,8})+)*(-[xX](-[a-zA-Z0-9]{2,8})+)?|[xX](-[a-zA-Z0-9]{2,8})+|i-default|i-mingo)";
/** At least three characters; no branch of it can match the same text in two ways, so that matching stays linear. */
const registered = "[a-z][a-z0-9]([a-z0-9]+([.-][a-z0-9]+)*|([.-][a-z0-9]+)+)";
const base = `(x_${domain}#${fragment}|${registered}(#${fragment})?)`;
const organisation = `\\.${domain}#${fragment}`;
const translation = `\\.(${domain}|${domain}#${fragment})\\$${language}`;
const extension = `(${language}|${organisation}|${translation})`;

/** `ssvc`, `x_example.test#name`, `ssvc/de-DE/.example.test#refined`; an empty first extension is the default language. */
export const namespacePattern = `^${base}((\\/${language}(\\/${extension})*)|(\\/(\\/${extension})+))?$`;

const value = closed(["key"], { definition: text, key, name: text });
const resource = closed(["uri", "summary"], { uri, summary: { type: "string" } });

/** SSVC Selection List 2.0.0, as CERT/CC's schema defines it. */
export const ssvcSelectionListSchema: Schema = closed(
  ["timestamp", "schemaVersion", "selections"],
  {
    decision_point_resources: list(resource),
    references: list(resource),
    schemaVersion: { const: "2.0.0" },
    selections: list(
      closed(["namespace", "key", "version", "values"], {
        definition: text,
        key,
        name: text,
        namespace: matching(namespacePattern, { minLength: 3, maxLength: 1000 }),
        values: list(value),
        version: matching(semanticVersion),
      }),
    ),
    target_ids: set({ type: "string" }),
    timestamp: dateTime,
  },
  { $id: ssvcSelectionListId },
);
