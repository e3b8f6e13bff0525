/** The items whose key an earlier item has already. Items without a key (null) are left out. */
export function repeated<T>(items: Iterable<T>, keyOf: (item: T) => string | null): T[] {
  const seen = new Set<string>();
  const again: T[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    if (seen.has(key)) again.push(item);
    seen.add(key);
  }
  return again;
}
