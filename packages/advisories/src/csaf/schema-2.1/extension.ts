import { closed, extensionContentId, matching, oneOfThese, type Schema } from "./parts.ts";

const host = "[a-z0-9](([a-z0-9-]){0,61}[a-z0-9])?(\\.[a-z0-9](([a-z0-9-]){0,61}[a-z0-9])?)+";
const version =
  "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?";
const itself =
  "https:\\/\\/docs\\.oasis-open\\.org\\/csaf\\/csaf\\/v2\\.1\\/([^\\/\\s]+\\/)*schema\\/extension-content\\.json";

/** The names of the categories: those since February 2026, and those of the drafts before. */
export const extensionCategories = [
  ...["essential", "significant", "supplementary"],
  ...["critical", "high_value", "informational"],
];

/**
 * The CSAF Extension Content Schema (section 2.4.4): what every extension has, whatever it carries.
 */
export const extensionContentSchema: Schema = closed(
  ["$schema", "category", "critical", "content"],
  {
    $schema: matching(`^(?!${itself})(https:\\/\\/${host}\\/([^\\/\\s]+\\/)*[^\\/\\s]+_${version}\\.json)$`, {
      format: "uri",
    }),
    category: oneOfThese(...extensionCategories),
    content: { type: "object", minProperties: 1 },
    critical: { type: "boolean" },
  },
  { $id: extensionContentId },
);
