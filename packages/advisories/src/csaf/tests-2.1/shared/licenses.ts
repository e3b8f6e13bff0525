import { isText, member } from "./json.ts";
import { scancodeLicenses } from "./scancode-licenses.ts";
import { deprecatedSpdxExceptions, deprecatedSpdxLicenses, spdxExceptions, spdxLicenses } from "./spdx-licenses.ts";

/**
 * What is known of an identifier: `listed` or `deprecated` by the SPDX License List or by ScanCode LicenseDB, `absent`
 * from the one that it says to be of, or `own`: of another inventory, or of the issuing party.
 */
export type LicenseState = "listed" | "deprecated" | "absent" | "own";

/** A licence identifier or exception in a licence expression. */
export interface LicenseTerm {
  id: string;
  state: LicenseState;
}

const scancodePrefix = /^(licenseref|additionref)-scancode-/;
const ownPrefix = /^(documentref|licenseref|additionref)-/;

/**
 * The identifiers of `$.document.license_expression` (section 3.2.2.7), in their order. The expression is taken as
 * well-formed: what is wrong with its form is a mandatory test's matter (6.1.54).
 */
export function licenseTerms(document: unknown): LicenseTerm[] {
  const expression = member(member(document, "document"), "license_expression");
  if (!isText(expression)) return [];
  const tokens = expression.split(/[\s()]+/).filter((token) => token !== "");
  return tokens.flatMap((id, index) => {
    if (/^(and|or|with)$/i.test(id)) return [];
    const isException = /^with$/i.test(tokens[index - 1] ?? "");
    return [{ id, state: isException ? exceptionState(id.toLowerCase()) : licenseState(id.toLowerCase()) }];
  });
}

function licenseState(id: string): LicenseState {
  if (spdxLicenses.has(id) || spdxLicenses.has(id.replace(/\+$/, ""))) return "listed";
  if (deprecatedSpdxLicenses.has(id) || deprecatedSpdxLicenses.has(id.replace(/\+$/, ""))) return "deprecated";
  return elsewhere(id);
}

function exceptionState(id: string): LicenseState {
  if (spdxExceptions.has(id)) return "listed";
  return deprecatedSpdxExceptions.has(id) ? "deprecated" : elsewhere(id);
}

function elsewhere(id: string): LicenseState {
  if (scancodePrefix.test(id)) return scancodeLicenses.get(id.replace(scancodePrefix, "")) ?? "absent";
  return ownPrefix.test(id) ? "own" : "absent";
}
