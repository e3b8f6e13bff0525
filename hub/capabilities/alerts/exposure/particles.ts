import { fill, type Params, particle } from "@bongsu/base";

/** Letters whose Korean names end in a consonant: 엘, 엠, 엔, 알. */
const lettersEndingInConsonant = "LMNR";

/** Whether Latin letters are read to a last consonant: `OpenSSL`, `kernel`, `webpack`, but not `lodash`, `Express`. */
function endsInConsonant(word: string): boolean {
  const [letters = ""] = /[A-Za-z]+$/.exec(word) ?? [];
  const last = letters.at(-1) ?? "";
  if (/[A-Z]$/.test(letters)) return lettersEndingInConsonant.includes(last);
  if (/(?:[lmn]|ng)$/.test(letters)) return true;
  // A stop after a short vowel closes the syllable: -pack, -cat, -zip, -jib.
  return /[aeiou](?:ck|[bkpt])$/.test(letters) && !/[aeiou]{2}(?:ck|[bkpt])$/.test(letters);
}

/** A pair such as `을/를` after a word that may end in Latin letters, a digit, or closing marks. */
export function particleAfter(word: string, pair: string): string {
  const core = word.replace(/[^\p{L}\p{N}]+$/u, "");
  if (!/[A-Za-z]$/.test(core)) return particle(core, pair);
  const [afterConsonant = "", afterVowel = ""] = pair.split("/");
  return endsInConsonant(core) ? afterConsonant : afterVowel;
}

/** Fills `{name}`, and `{name|을/를}` with the value and the particle that follows it. */
export const fillKorean = (template: string, params: Params): string =>
  fill(
    template.replace(/\{(\w+)\|([^}]+)\}/g, (whole, name: string, pair: string) => {
      const value = params[name];
      return value === undefined ? whole : `{${name}}${particleAfter(String(value), pair)}`;
    }),
    params,
  );
