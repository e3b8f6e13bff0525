import { BongsuError, type Place, type Problem, type Text } from "@bongsu/base";
import { versionProblems } from "../problems.ts";
import type { PurlPart } from "./parts.ts";

/** Is told of each broken rule after which reading can go on, and in which part; it may throw. */
export type OnBroken = (rule: Text, part: PurlPart, index?: number) => void;

const utf8 = new TextEncoder();

/** The problem of a package URL that breaks a rule at an index of the text. */
export function problemInText(text: string, rule: Text, index: number): Problem {
  const offset = utf8.encode(text.slice(0, index)).length;
  return invalid(text, rule, { en: `offset ${offset}`, ko: `위치 ${offset}` }, { offset });
}

/** The problem of parts that cannot make a package URL. */
export function problemInPart(purl: string, rule: Text, part: PurlPart): Problem {
  return invalid(purl, rule, { en: part, ko: part }, { path: `/${part}` });
}

/** Thrown where the text cannot be read any further. */
export function unreadable(text: string, rule: Text, index: number): BongsuError {
  return new BongsuError(problemInText(text, rule, index));
}

function invalid(purl: string, rule: Text, at: Text, place: Place): Problem {
  const of = (language: keyof Text) =>
    versionProblems.problem("versions.invalid-purl", { purl, rule: rule[language], at: at[language] }, place);
  const problem = of("en");
  return { ...problem, message: { en: problem.message.en, ko: of("ko").message.ko } };
}
