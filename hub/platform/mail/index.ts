export { checkedAddress } from "./address.ts";
export { type LetterBody, type LetterWords, letter } from "./letter.ts";
export { type Mail, type Mailer, mailerOf } from "./mailer.ts";
export { mailProblems } from "./problems.ts";
