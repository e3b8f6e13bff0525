import { closed, definition, list, matching, type Schema, set, text, uri } from "./parts.ts";

const cpe23Text =
  "(((\\?*|\\*?)([a-zA-Z0-9\\-\\._]|(\\\\[\\\\\\*\\?!\"#\\$%&'\\(\\)\\+,\\/:;<=>@\\[\\]\\^`\\{\\|\\}~]))+(\\?*|\\*?))|[\\*\\-])";
const cpe23Language = "(([a-zA-Z]{2,3}(-([a-zA-Z]{2}|[0-9]{3}))?)|[\\*\\-])";
/** CPE 2.3 as a formatted string, or CPE 2.2 as a URI (section 3.1.4.3.1). */
const cpe = `^((cpe:2\\.3:[aho\\*\\-](:${cpe23Text}){5}(:${cpe23Language})(:${cpe23Text}){4})|([c][pP][eE]:\\/[AHOaho]?(:[A-Za-z0-9\\._\\-~%]*){0,6}))$`;

const fileHash = closed(["algorithm", "value"], {
  algorithm: matching("^[0-9a-z][0-9a-z-]*$"),
  value: matching("^[0-9a-f]{32,}$"),
});

const productIdentificationHelper = closed(
  [],
  {
    cpe: matching(cpe, { minLength: 5 }),
    hashes: list(closed(["file_hashes", "filename"], { file_hashes: list(fileHash), filename: text })),
    model_numbers: set(text),
    purls: set(matching("^pkg:[A-Za-z\\.\\-\\+][A-Za-z0-9\\.\\-\\+]*\\/.+", { format: "uri", minLength: 7 })),
    sbom_urls: list(uri),
    serial_numbers: set(text),
    skus: list(text),
    x_generic_uris: list(closed(["namespace", "uri"], { namespace: uri, uri })),
  },
  { minProperties: 1 },
);

/** Section 3.1.4. */
export const fullProductName: Schema = closed(["name", "product_id"], {
  name: text,
  product_id: definition("product_id_t"),
  product_identification_helper: productIdentificationHelper,
  x_extensions: definition("extensions_t"),
});
