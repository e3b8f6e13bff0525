/** What is wanted below one place of the document: a tree made from the patterns. */
export interface Pick {
  members: Map<string, Pick>;
  /** The pattern by which this value itself is picked. */
  whole: string | null;
  /** The pattern by which each item of this array is picked. */
  items: string | null;
}

const emptyPick = (): Pick => ({ members: new Map(), whole: null, items: null });

/**
 * Patterns are JSON Pointers: `/metadata` picks that member, `/components/*` each item of that array. Names are written
 * as RFC 6901 escapes them; `*` stands only at the end.
 */
export function pickTree(patterns: readonly string[]): Pick {
  const root = emptyPick();
  for (const pattern of patterns) {
    const each = pattern.endsWith("/*");
    const names = (each ? pattern.slice(0, -2) : pattern).split("/").slice(1);
    let pick = root;
    for (const name of names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"))) {
      const next = pick.members.get(name) ?? emptyPick();
      pick.members.set(name, next);
      pick = next;
    }
    if (each) pick.items = pattern;
    else pick.whole = pattern;
  }
  return root;
}
