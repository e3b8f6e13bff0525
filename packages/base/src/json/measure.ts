/** What one pass over a text's bytes tells without parsing it. Exact for valid JSON; for anything else, an estimate. */
export interface Measure {
  depth: number;
  /** Colons outside strings: as many as there are object members. */
  colons: number;
  /** Objects, arrays and what commas separate: about as many as there are values. */
  values: number;
}

/** Measures UTF-8 JSON in one pass. */
export function measureJson(bytes: Uint8Array): Measure {
  const length = bytes.length;
  let depth = 0;
  let deepest = 0;
  let colons = 0;
  let values = 1;
  for (let i = 0; i < length; i++) {
    switch (bytes[i]) {
      case 0x22: // "
        for (i++; i < length && bytes[i] !== 0x22; i++) if (bytes[i] === 0x5c) i++;
        break;
      case 0x3a: // :
        colons++;
        break;
      case 0x2c: // ,
        values++;
        break;
      case 0x5b: // [
      case 0x7b: // {
        values++;
        if (++depth > deepest) deepest = depth;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
    }
  }
  return { depth: deepest, colons, values };
}

/** How many members the objects of a parsed value have, all together. Fewer than the text's colons: a key stood twice. */
export function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const stack: object[] = [value];
  let count = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (Array.isArray(next)) {
      for (let i = 0; i < next.length; i++) {
        const item: unknown = next[i];
        if (typeof item === "object" && item !== null) stack.push(item);
      }
    } else {
      for (const item of Object.values(next)) {
        count++;
        if (typeof item === "object" && item !== null) stack.push(item);
      }
    }
  }
  return count;
}
