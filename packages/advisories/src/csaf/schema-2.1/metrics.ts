import {
  closed,
  cvssIds,
  dateTime,
  definition,
  matching,
  oneOfThese,
  type Schema,
  set,
  ssvcSelectionListId,
  uri,
} from "./parts.ts";

const probability = "^((0\\.[0-9]+)|(1\\.0+))$";

/** `strict`: members that FIRST's schemas do not define are refused too (test 6.2.20). */
const cvss = (schema: { [keyword: string]: unknown }, strict: boolean): Schema =>
  strict ? { ...schema, unevaluatedProperties: false } : schema;

/** Section 3.2.4.10. */
export const metricsSchema = (strict: boolean): Schema =>
  set(
    closed(["content", "products"], {
      content: closed(
        [],
        {
          cvss_v2: cvss({ $ref: cvssIds.v2 }, strict),
          cvss_v3: cvss({ oneOf: [{ $ref: cvssIds.v30 }, { $ref: cvssIds.v31 }] }, strict),
          cvss_v4: cvss({ $ref: cvssIds.v4 }, strict),
          epss: closed(["percentile", "probability", "timestamp"], {
            percentile: matching(probability),
            probability: matching(probability),
            timestamp: dateTime,
          }),
          qualitative_severity_rating: oneOfThese("critical", "high", "low", "medium", "none"),
          ssvc_v2: { $ref: ssvcSelectionListId },
          x_extensions: definition("extensions_t"),
        },
        { minProperties: 1 },
      ),
      products: definition("products_t"),
      source: uri,
    }),
  );
