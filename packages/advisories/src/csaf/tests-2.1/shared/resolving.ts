import { quote } from "@bongsu/base";
import type { RuleFinding, RulePorts } from "../../rule.ts";
import { isText } from "./json.ts";
import type { Found } from "./select.ts";

/** At most so many requests are under way at once. */
const atOnce = 8;

/**
 * Asks for every URL once and reports, wherever it stands, each that does not end with a status from `from` to 399.
 * What is not an HTTP URL (a URN that identifies a component) cannot be asked for, and is left out.
 */
export async function unresolved(
  urls: Found[],
  from: number,
  resolveUrl: RulePorts["resolveUrl"],
): Promise<RuleFinding[]> {
  if (resolveUrl === undefined) return [];
  const places = Map.groupBy(
    urls.filter(({ value }) => isText(value) && /^https?:\/\//i.test(value)),
    ({ value }) => String(value),
  );
  const findings: RuleFinding[] = [];
  const distinct = [...places];
  for (let start = 0; start < distinct.length; start += atOnce) {
    const answers = distinct.slice(start, start + atOnce).map(async ([url, found]) => {
      const status = await resolveUrl(url).catch(() => null);
      if (status !== null && status >= from && status < 400) return [];
      const answer = status === null ? "nothing answers" : `the answer is ${status}`;
      return found.map(({ path }) => ({ path, message: `${quote(url)} does not resolve: ${answer}` }));
    });
    findings.push(...(await Promise.all(answers)).flat());
  }
  return findings;
}
