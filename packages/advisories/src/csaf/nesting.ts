/** As deep as values may nest. A valid document is far from it: branches may be 30 deep (6.1.34), two levels each. */
export const mostNesting = 500;

/** Whether a JSON value nests deeper than `mostNesting`. Found without recursion, so that no depth is too much. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostNesting) return true;
    const next: unknown[] = [];
    for (const container of level) {
      if (typeof container !== "object" || container === null) continue;
      for (const child of Object.values(container)) if (typeof child === "object" && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}
