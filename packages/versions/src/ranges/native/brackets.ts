import type { Bound, Interval } from "../../range.ts";
import { isEmptyInterval } from "../interval.ts";
import type { NativeSyntax, RangeSource } from "./source.ts";

const blankOrSeparator = /[\s,|]*/y;

/** Whether a text is in interval notation, rather than comparisons within brackets. */
export function isBracketed(text: string): boolean {
  return /^\s*[[(]/.test(text) && !/[<>=~^]/.test(text);
}

/**
 * Intervals in mathematical notation, as Maven, NuGet and Snyk write them: `[1.0,2.0)`, `(,1.0]`, `[1.0]`, several with
 * commas or `||` between them.
 */
export const bracketRange: NativeSyntax = defineBrackets((version) => version);

/** What the version at an end is to be read as, or nothing where the end is open. */
type EndReader = (version: string, isLow: boolean) => string;

/** Makes a reader of interval notation. */
export function defineBrackets(end: EndReader): NativeSyntax {
  return (source) => readIntervals(source, end);
}

function readIntervals(source: RangeSource, readEnd: EndReader): Interval[] {
  const { text } = source;
  const intervals: Interval[] = [];
  for (let at = 0; ; ) {
    blankOrSeparator.lastIndex = at;
    at += blankOrSeparator.exec(text)?.[0].length ?? 0;
    if (at >= text.length && intervals.length > 0) return intervals;
    if (text[at] !== "[" && text[at] !== "(") throw source.fail("bad-bracket", at);
    let end = at + 1;
    while (end < text.length && !"[]()".includes(text[end] ?? "")) end++;
    if (text[end] !== "]" && text[end] !== ")") throw source.fail("bad-bracket", end);
    intervals.push(readInterval(source, at, end, readEnd));
    at = end + 1;
  }
}

function readInterval(source: RangeSource, start: number, end: number, readEnd: EndReader): Interval {
  const { text } = source;
  const closed = { low: text[start] === "[", high: text[end] === "]" };
  const parts = text.slice(start + 1, end).split(",");
  const [low = "", high = low] = parts.map((part) => part.trim());
  if (parts.length > 2) throw source.fail("syntax", start);
  if (parts.length === 1 && !(closed.low && closed.high)) throw source.fail("bad-bracket", start);
  if (parts.length === 1 && low === "") throw source.fail("no-version", start + 1);
  const interval = {
    low: readBound(source, readEnd(low, true), closed.low, start + 1),
    high: readBound(source, readEnd(high, false), closed.high, start + 1),
  };
  if (isEmptyInterval(interval)) throw source.fail("contradiction", start);
  return interval;
}

function readBound(source: RangeSource, version: string, inclusive: boolean, offset: number): Bound | null {
  if (version === "") return null;
  const [found] = source.compared(inclusive ? "<=" : "<", version, offset);
  return found?.high ?? null;
}
