import {
  closed,
  definition,
  extensionContentId,
  list,
  matching,
  oneOfThese,
  type Schema,
  set,
  text,
  uri,
} from "./parts.ts";

const integerVersion = "^(0|[1-9][0-9]*)$";
const identifiers = (one: string) => `${one}(?:\\.${one})*`;
/** Semantic Versioning 2.0.0, as the standard's appendix gives it. */
export const semanticVersion = `^((0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-(${identifiers("(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)")}))?(?:\\+(${identifiers("[0-9a-zA-Z-]+")}))?)$`;

/** BCP 47 without the grandfathered tags that are deprecated; subtags in any case (section 3.1.5). */
export const languageTag =
  "^(([A-Za-z]{2,3}(-[A-Za-z]{3}(-[A-Za-z]{3}){0,2})?|[A-Za-z]{4,8})(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*(-[Xx](-[A-Za-z0-9]{1,8})+)?|[Xx](-[A-Za-z0-9]{1,8})+|[Ii]-[Dd][Ee][Ff][Aa][Uu][Ll][Tt]|[Ii]-[Mm][Ii][Nn][Gg][Oo])$";

export const branchCategories = [
  ...["architecture", "host_name", "language", "patch_level", "platform", "product_family", "product_name"],
  ...["product_version", "product_version_range", "service_pack", "specification", "vendor"],
];

/** The `$defs` of the CSAF 2.1 schema but for those in a file of their own (section 3.1). */
export const definitions: { [name: string]: Schema } = {
  acknowledgments_t: list(
    closed([], { names: list(text), organization: text, summary: text, urls: list(uri) }, { minProperties: 1 }),
  ),
  branches_t: list(
    closed(
      ["category", "name"],
      {
        branches: definition("branches_t"),
        category: oneOfThese(...branchCategories),
        name: text,
        product: definition("full_product_name_t"),
      },
      { minProperties: 3, maxProperties: 3 },
    ),
  ),
  extensions_t: set({ $ref: extensionContentId }),
  lang_t: matching(languageTag),
  notes_t: list(
    closed(["category", "text"], {
      audience: text,
      category: oneOfThese("description", "details", "faq", "general", "legal_disclaimer", "other", "summary"),
      group_ids: definition("product_groups_t"),
      product_ids: definition("products_t"),
      text,
      title: text,
    }),
  ),
  product_group_id_t: text,
  product_groups_t: set(definition("product_group_id_t")),
  product_id_t: text,
  products_t: set(definition("product_id_t")),
  references_t: list(closed(["summary", "url"], { category: oneOfThese("external", "self"), summary: text, url: uri })),
  subpath_t: closed(["category", "next_product_reference"], {
    category: oneOfThese(
      ...["default_component_of", "external_component_of", "installed_on", "installed_with", "optional_component_of"],
    ),
    next_product_reference: definition("product_id_t"),
  }),
  version_t: matching(`${integerVersion}|${semanticVersion}`),
};
