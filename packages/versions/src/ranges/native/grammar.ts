import type { Interval } from "../../range.ts";
import { allVersions, complementIntervals, normaliseIntervals } from "../interval.ts";
import type { NativeSyntax, RangeSource } from "./source.ts";

/** A version, or whatever stands in its place, and the operator before it (empty: none). */
export interface Term {
  operator: string;
  version: string;
  offset: number;
}

/** Notations that join comparisons: alternatives of terms that all must hold. */
export interface Grammar {
  /** What may stand before a version; an operator before the ones that are its beginning. */
  operators: readonly string[];
  /** Signs and words between alternatives, and between terms. */
  or: readonly string[];
  and: readonly string[];
  /** Whether terms may follow each other without a sign between them. */
  juxtaposed: boolean;
  /** Whether a text without any term means every version. */
  emptyIsAll: boolean;
  /** Whether that holds for every alternative, `||` being every version; else only the last may be empty, and says nothing. */
  emptyAlternatives?: boolean;
  read(source: RangeSource, term: Term): Interval[];
  /** Reads `1.0 - 2.0`. */
  hyphen?(source: RangeSource, low: Term, high: Term): Interval[];
}

interface Token {
  kind: "operator" | "word" | "and" | "or";
  text: string;
  offset: number;
}

const blank = /\s*/y;
/** A version ends where white space, a sign between terms, or a comparison begins. */
const word = /(?:[^\s,|&<>=!()[\]{}]|!(?!=))+/y;

function tokenise(source: RangeSource, grammar: Grammar): Token[] {
  const { text } = source;
  const signs = [...grammar.or, ...grammar.and].filter((sign) => !/\w/.test(sign));
  const tokens: Token[] = [];
  for (let at = 0; ; ) {
    blank.lastIndex = at;
    at += blank.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return tokens;
    const startsHere = (candidate: string) => text.startsWith(candidate, at);
    const sign = signs.find(startsHere);
    const operator = sign === undefined ? grammar.operators.find(startsHere) : undefined;
    word.lastIndex = at;
    const found = sign ?? operator ?? word.exec(text)?.[0];
    if (found === undefined) throw source.fail("syntax", at);
    const isOr = grammar.or.includes(found);
    const kind = isOr ? "or" : grammar.and.includes(found) ? "and" : operator === undefined ? "word" : "operator";
    tokens.push({ kind, text: found, offset: at });
    at += found.length;
  }
}

/** Makes a reader of a grammar. It takes time linear in the text, but for sorting the intervals. */
export function defineGrammar(grammar: Grammar): NativeSyntax {
  return (source) => {
    const tokens = tokenise(source, grammar);
    const alternatives: Interval[][] = [];
    for (let at = 0; at <= tokens.length; at++) {
      let end = at;
      while (end < tokens.length && tokens[end]?.kind !== "or") end++;
      const isEmptyEnd = at === end && at === tokens.length && at > 0;
      if (!isEmptyEnd || grammar.emptyAlternatives === true)
        alternatives.push(readAlternative(source, grammar, tokens.slice(at, end), tokens[end]?.offset));
      at = end;
    }
    return normaliseIntervals(alternatives.flat());
  };
}

function readAlternative(source: RangeSource, grammar: Grammar, tokens: Token[], end = source.text.length): Interval[] {
  if (tokens.length === 0) {
    const isWhole = end === source.text.length;
    if (!(isWhole ? grammar.emptyIsAll : grammar.emptyAlternatives)) throw source.fail("no-constraint", end);
    return [...allVersions];
  }
  const notHeld: Interval[] = [];
  let separated = true;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "and") {
      if (separated || at === tokens.length - 1) throw source.fail("no-constraint", token.offset);
      separated = true;
      continue;
    }
    if (!separated && !grammar.juxtaposed) throw source.fail("syntax", token.offset);
    separated = false;
    const term = readTerm(source, tokens, at);
    if (term.operator !== "") at++;
    const isHyphen = grammar.hyphen !== undefined && tokens[at + 1]?.text === "-" && term.operator === "";
    const high = isHyphen ? tokens[at + 2] : undefined;
    if (isHyphen && high?.kind !== "word") throw source.fail("no-version", tokens[at + 1]?.offset ?? end);
    if (high !== undefined) at += 2;
    const found =
      high === undefined
        ? grammar.read(source, term)
        : (grammar.hyphen?.(source, term, { operator: "", version: high.text, offset: high.offset }) ?? []);
    for (const interval of complementIntervals(normaliseIntervals(found))) notHeld.push(interval);
  }
  return complementIntervals(normaliseIntervals(notHeld));
}

function readTerm(source: RangeSource, tokens: Token[], at: number): Term {
  const token = tokens[at] as Token;
  if (token.kind === "word") return { operator: "", version: token.text, offset: token.offset };
  const version = tokens[at + 1];
  if (version?.kind !== "word") throw source.fail("no-version", version?.offset ?? source.text.length);
  return { operator: token.text, version: version.text, offset: version.offset };
}
