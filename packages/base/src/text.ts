/** A sentence in every language that the product speaks. */
export interface Text {
  en: string;
  ko: string;
}

export type Language = keyof Text;

export type Params = Record<string, string | number>;

const hangulFirst = 0xac00;
const hangulLast = 0xd7a3;

/** Chooses between two Korean particles by the word's last syllable; both, as `이(가)`, where its sound is unknown. */
export function particle(word: string, pair: string): string {
  const [afterConsonant = "", afterVowel = ""] = pair.split("/");
  const last = word.codePointAt(word.length - 1) ?? 0;
  if (last < hangulFirst || last > hangulLast) return `${afterConsonant}(${afterVowel})`;
  return (last - hangulFirst) % 28 === 0 ? afterVowel : afterConsonant;
}

/** Fills `{name}` with a value, and `{name|이/가}` with the value and the Korean particle that follows its sound. */
export function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)(?:\|([^}]+))?\}/g, (whole, name: string, pair?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    const word = String(value);
    return pair === undefined ? word : word + particle(word, pair);
  });
}

/** Fills both languages of a text. */
export function fillText(text: Text, params: Params): Text {
  return { en: fill(text.en, params), ko: fill(text.ko, params) };
}
