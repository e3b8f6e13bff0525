/** A sentence in every language that the product speaks. */
export interface Text {
  en: string;
  ko: string;
}

export type Language = keyof Text;

export type Params = Record<string, string | number>;

const hangulFirst = 0xac00;
const hangulLast = 0xd7a3;

/** Digits whose Korean reading ends in a consonant: 영 일 삼 육 칠 팔. */
const digitsEndingInConsonant = "013678";

/** Chooses between two Korean particles by the word's last sound; both, as `이(가)`, where it is unknown. */
export function particle(word: string, pair: string): string {
  const [afterConsonant = "", afterVowel = ""] = pair.split("/");
  const last = word.at(-1) ?? "";
  const code = last.charCodeAt(0);
  if (/^[0-9]$/.test(last)) return digitsEndingInConsonant.includes(last) ? afterConsonant : afterVowel;
  if (!(code >= hangulFirst && code <= hangulLast)) return `${afterConsonant}(${afterVowel})`;
  return (code - hangulFirst) % 28 === 0 ? afterVowel : afterConsonant;
}

const placeholder = /\{(\w+)(?:\|([^}가-힣]*)([^}]+))?\}/g;

/**
 * Fills `{name}` with a value, and `{name|이/가}` with the value and the Korean particle that follows its sound;
 * closing marks stand before the pair: `“{name|”이/가}`.
 */
export function fill(template: string, params: Params): string {
  return template.replace(placeholder, (whole, name: string, closing = "", pair?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    const word = String(value);
    return pair === undefined ? word : word + closing + particle(word, pair);
  });
}

/** Fills both languages of a text. */
export function fillText(text: Text, params: Params): Text {
  return { en: fill(text.en, params), ko: fill(text.ko, params) };
}
