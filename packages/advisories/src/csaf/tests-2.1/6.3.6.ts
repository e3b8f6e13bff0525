import type { SlowCsafRule } from "../rule.ts";
import { member } from "./shared/json.ts";
import { fullProductNames } from "./shared/products.ts";
import { unresolved } from "./shared/resolving.ts";
import { select, selectFrom } from "./shared/select.ts";

const urlsOfDocument = [
  "$.document.acknowledgments[*].urls[*]",
  "$.document.aggregate_severity.namespace",
  "$.document.distribution.tlp.url",
  "$.document.publisher.contact.public_openpgp_key_url",
  "$.document.publisher.namespace",
  "$.vulnerabilities[*].acknowledgments[*].urls[*]",
  "$.vulnerabilities[*].remediations[*].url",
];

const urlsOfProduct = [
  "$.product_identification_helper.sbom_urls[*]",
  "$.product_identification_helper.x_generic_uris[*].namespace",
  "$.product_identification_helper.x_generic_uris[*].uri",
];

/** Section 6.3.6. A reference without a category is an external one. */
export const rule: SlowCsafRule = {
  id: "6.3.6",
  group: "informative",
  title: "Use of Non-Self Referencing URLs Failing to Resolve",
  needs: "resolveUrl",
  checkSlowly(document, { resolveUrl }) {
    const references = ["$.document.references[*]", "$.vulnerabilities[*].references[*]"]
      .flatMap((path) => select(document, path))
      .filter(({ value }) => member(value, "category") !== "self")
      .flatMap((reference) => selectFrom(reference, "$.url"));
    const urls = [
      ...urlsOfDocument.flatMap((path) => select(document, path)),
      ...references,
      ...fullProductNames(document).flatMap((product) => urlsOfProduct.flatMap((path) => selectFrom(product, path))),
    ];
    return unresolved(urls, 200, resolveUrl);
  },
};
