import { quote } from "@bongsu/base";
import type { CsafRule, RuleFinding } from "../rule.ts";
import { elements, isText, member } from "./shared/json.ts";
import { type DecisionPoint, decisionPoint } from "./shared/ssvc-decision-points.ts";
import { hasExtension, hasRegisteredBase, type Selection, ssvcSelections } from "./shared/ssvc-namespace.ts";

/** Registered for a special purpose: never valid, and valid whatever follows. */
const neverValid = "invalid";
const alwaysValid = new Set(["example", "test"]);

const textAt = (value: unknown, key: string): string => {
  const text = member(value, key);
  return isText(text) ? text : "";
};

function lookUp({ namespace, value }: Selection) {
  if (alwaysValid.has(namespace.name) || !hasRegisteredBase(namespace)) return null;
  return decisionPoint(namespace.base, textAt(value, "key"), textAt(value, "version"));
}

/** Values that the decision point does not have, that stand out of its order, or that it calls otherwise. */
function valueFindings(path: string, values: readonly unknown[], point: DecisionPoint, named: boolean): RuleFinding[] {
  if (point.values.size === 0) return [];
  const order = [...point.values.keys()];
  let last = -1;
  return values.flatMap((value, index) => {
    const [key, name] = [textAt(value, "key"), member(value, "name")];
    const place = `${path}/values/${index}`;
    const position = order.indexOf(key);
    if (position < 0) return [{ path: `${place}/key`, message: `${quote(point.name)} has no value ${quote(key)}` }];
    const findings: RuleFinding[] = [];
    if (position <= last) findings.push({ path: place, message: `value ${quote(key)} stands out of its order` });
    last = Math.max(last, position);
    if (named && isText(name) && name !== point.values.get(key))
      findings.push({ path: `${place}/name`, message: `value ${key} is named ${quote(point.values.get(key))}` });
    return findings;
  });
}

function findingsOf(selection: Selection): RuleFinding[] {
  const { path, value, namespace } = selection;
  if (namespace.name === neverValid)
    return [{ path: `${path}/namespace`, message: `namespace ${neverValid} is never valid` }];
  const lookup = lookUp(selection);
  if (lookup === null || lookup.found === "unknown") return [];
  const [key, version] = [quote(textAt(value, "key")), quote(textAt(value, "version"))];
  if (lookup.found === "missing") {
    const message = `${quote(namespace.base)} has no decision point ${key} of version ${version}`;
    return [{ path, message }];
  }
  const { point } = lookup;
  const named = !hasExtension(namespace);
  const name = member(value, "name");
  const findings = valueFindings(path, elements(member(value, "values")), point, named);
  if (named && isText(name) && name !== point.name)
    findings.push({ path: `${path}/name`, message: `decision point ${key} is named ${quote(point.name)}` });
  return findings;
}

/** CSAF 2.1, section 6.1.48. An extension may leave values out and name them otherwise; it may not add or reorder any. */
export const rule: CsafRule = {
  id: "6.1.48",
  group: "mandatory",
  title: "SSVC Decision Points",
  check(document) {
    return ssvcSelections(document).flatMap(findingsOf);
  },
  unjudged(document) {
    return ssvcSelections(document).flatMap((selection) => {
      const lookup = lookUp(selection);
      if (lookup === null || lookup.found === "missing" || (lookup.found === "point" && lookup.exact)) return [];
      const { path, value, namespace } = selection;
      const point = `${quote(textAt(value, "key"))} ${quote(textAt(value, "version"))} of ${namespace.base}`;
      return [{ path, message: `decision point ${point} is not known here` }];
    });
  },
};
