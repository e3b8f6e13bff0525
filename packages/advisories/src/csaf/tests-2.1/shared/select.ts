import { elements, isObject, member, pointerToken } from "./json.ts";

/** A value and where it stands, as a JSON Pointer. */
export interface Found {
  path: string;
  value: unknown;
}

/** As deep as branches are followed. The schema's own bound is 30 (6.1.34); what lies deeper is reported there. */
export const branchDepthFollowed = 200;

type Step = { key: string } | "each" | "branchesBelow";

const stepsOf = new Map<string, Step[]>();

function parsePath(path: string): Step[] {
  const known = stepsOf.get(path);
  if (known !== undefined) return known;
  const steps: Step[] = [];
  for (const [token, , key] of path.replace(/^\$/, "").matchAll(/\[\*\]|\.\.(?=[a-z_]|$)|(\.?)([A-Za-z_$0-9]+)/g)) {
    if (token === "[*]") steps.push("each");
    else if (token === "..") steps.push("branchesBelow");
    else if (key !== undefined) steps.push({ key });
  }
  stepsOf.set(path, steps);
  return steps;
}

function withBranchesBelow(start: Found): Found[] {
  const found = [start];
  let level = [start];
  for (let depth = 0; level.length > 0 && depth < branchDepthFollowed; depth++) {
    level = level.flatMap((branch) => step([branch], { key: "branches" })).flatMap((list) => step([list], "each"));
    for (const branch of level) found.push(branch);
  }
  return found;
}

function step(from: Found[], by: Step): Found[] {
  if (by === "branchesBelow") return from.flatMap(withBranchesBelow);
  if (by === "each") {
    return from.flatMap(({ path, value }) =>
      elements(value).map((element, index) => ({ path: `${path}/${index}`, value: element })),
    );
  }
  return from.flatMap(({ path, value }) =>
    isObject(value) && Object.hasOwn(value, by.key)
      ? [{ path: `${path}/${pointerToken(by.key)}`, value: member(value, by.key) }]
      : [],
  );
}

/**
 * The values at a path written as section 6 of CSAF 2.1 writes it: `$.vulnerabilities[*].notes[*].product_ids[*]`.
 * `..` after `branches[*]` means that branch and every branch below it. What is not there, or is of another type than
 * the path needs, gives nothing.
 */
export function select(document: unknown, path: string): Found[] {
  return selectFrom({ path: "", value: document }, path);
}

/** As `select`, with `$` standing for a value found before. */
export function selectFrom(start: Found, path: string): Found[] {
  return parsePath(path).reduce(step, [start]);
}
