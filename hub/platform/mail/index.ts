export { checkedAddress } from "./address.ts";
export { type LetterBody, letter } from "./letter.ts";
export type { LetterPart, LetterWords, Tone } from "./letter-words.ts";
export { type Mail, type Mailer, mailerOf } from "./mailer.ts";
export { mailProblems } from "./problems.ts";
