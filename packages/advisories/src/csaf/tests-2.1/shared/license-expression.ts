const idString = "[A-Za-z0-9.-]+";
/** Prefixes of identifiers that are not of the SPDX list; they have a case. */
const prefixed = /^(documentref|licenseref|additionref)-/i;
const listed = new RegExp(`^${idString}$`);
const licenseRef = new RegExp(`^LicenseRef-${idString}$`);
const additionRef = new RegExp(`^AdditionRef-${idString}$`);

/** Which of the tokens may come next. */
type Expected = "operand" | "operator" | "operator or with" | "exception";

const isLicense = (token: string): boolean =>
  licenseRef.test(token) || (listed.test(token.replace(/\+$/, "")) && !prefixed.test(token));

const isException = (token: string): boolean =>
  additionRef.test(token) || (listed.test(token) && !prefixed.test(token));

const isOperator = (token: string): boolean => ["AND", "and", "OR", "or"].includes(token);
const isWith = (token: string): boolean => token === "WITH" || token === "with";

/**
 * What is wrong with a licence expression by the grammar of SPDX 3.0.1, annex B, and by CSAF's rule that it has no
 * `DocumentRef-`; null where it is right. Whether the identifiers are on a list is not asked.
 */
export function licenseExpressionFault(expression: string): string | null {
  let expected: Expected = "operand";
  let open = 0;
  for (const token of expression.match(/[()]|[^\s()]+/g) ?? []) {
    const atOperand: boolean = expected === "operand";
    if (token.startsWith("DocumentRef-")) return "it has a DocumentRef-";
    if (expected === "exception") {
      if (!isException(token)) return `${token} is not an exception`;
      expected = "operator";
    } else if (token === "(" && atOperand) open++;
    else if (token === ")" && !atOperand && open > 0) {
      open--;
      expected = "operator";
    } else if (isOperator(token) && !atOperand) expected = "operand";
    else if (isWith(token) && expected === "operator or with") expected = "exception";
    else if (atOperand && !isOperator(token) && !isWith(token) && isLicense(token)) expected = "operator or with";
    else return `${token} cannot stand where it stands`;
  }
  if (expected === "operand" || expected === "exception") return "it ends before it is complete";
  return open === 0 ? null : "a parenthesis is not closed";
}
