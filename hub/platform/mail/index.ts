export { checkedAddress } from "./address.ts";
export { type LetterBody, type LetterPart, type LetterWords, letter, type Tone } from "./letter.ts";
export { type Mail, type Mailer, mailerOf } from "./mailer.ts";
export { mailProblems } from "./problems.ts";
