/** At most so many characters are searched for what no word of the texts is. */
const mostSearched = 50_000_000;

/** Tells whether a name occurs in one of these texts. As a word it is found at once, as a part of one by searching. */
export function mentions(texts: string[]): (name: string) => boolean {
  const all = texts.join("\n");
  const words = new Set(all.split(/[^A-Za-z0-9._#/$-]+/).map((word) => word.replace(/\.$/, "")));
  let left = mostSearched;
  return (name) => {
    if (words.has(name)) return true;
    left -= all.length;
    return left >= 0 && all.includes(name);
  };
}
