import type { RuleFinding, RulePorts } from "../../rule.ts";
import { isText, member } from "./json.ts";
import { scancodeKeyState } from "./scancode-licenses.ts";
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

const scancodePrefix = /^(LicenseRef|AdditionRef)-scancode-/i;
const ownPrefix = /^(DocumentRef|LicenseRef|AdditionRef)-/i;

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
    return [{ id, state: /^with$/i.test(tokens[index - 1] ?? "") ? exceptionState(id) : licenseState(id) }];
  });
}

/** A finding for each identifier in one of these states; ScanCode LicenseDB itself is asked where it is at hand. */
export async function licenseFindings(
  document: unknown,
  wanted: LicenseState,
  message: (id: string) => string,
  { scancodeLicense }: RulePorts,
): Promise<RuleFinding[]> {
  const findings: RuleFinding[] = [];
  for (const { id, state } of licenseTerms(document)) {
    const isAsked = scancodeLicense !== undefined && scancodePrefix.test(id);
    const answer = isAsked ? await scancodeLicense(id.replace(scancodePrefix, "")) : state;
    if (answer === wanted) findings.push({ path: "/document/license_expression", message: message(id) });
  }
  return findings;
}

/** SPDX does not tell case apart (SPDX 3.0.1, annex B); `+` after an identifier means later versions too. */
function licenseState(id: string): LicenseState {
  const names = [id.toLowerCase(), id.toLowerCase().replace(/\+$/, "")];
  if (names.some((name) => spdxLicenses.has(name))) return "listed";
  return names.some((name) => deprecatedSpdxLicenses.has(name)) ? "deprecated" : elsewhere(id);
}

function exceptionState(id: string): LicenseState {
  const name = id.toLowerCase();
  if (spdxExceptions.has(name)) return "listed";
  return deprecatedSpdxExceptions.has(name) ? "deprecated" : elsewhere(id);
}

function elsewhere(id: string): LicenseState {
  if (scancodePrefix.test(id)) return scancodeKeyState(id.replace(scancodePrefix, ""));
  return ownPrefix.test(id) ? "own" : "absent";
}
