import type { Text } from "@bongsu/base";
import { z } from "zod";
import { worded } from "./described.ts";

/** PostgreSQL's calendar has no year 0. */
const first = new Date("0001-01-01T00:00:00Z");

/** A point in time: ISO 8601 in UTC on the way, a Date at both ends. */
export const instant = z.codec(z.iso.datetime({ offset: true }), z.date().min(first), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** 128 bits as hexadecimal in five groups; which version of UUID is nobody's concern. */
export const id = z.guid();

export const handleForm = /^[a-z][a-z0-9-]{1,63}$/;

/** Short name in addresses and command lines: small letters, digits, hyphens. */
export const handle = z.string().regex(handleForm, "small letters, digits and hyphens; 2 to 64; a letter first");

/** Control characters are never part of a name; NUL cannot even be stored. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const plain = /^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*$/u;

/** One line for people, without control characters. */
export const line = (longest: number) => z.string().trim().min(1).max(longest).regex(plain, "no control characters");

/** Several lines; only NUL and lone surrogates are refused, since no database keeps them. */
export const prose = (longest: number) =>
  z
    .string()
    .max(longest)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is refused
    .regex(/^[^\u0000\ud800-\udfff]*$/u, "no NUL characters");

/** A text in every language that the product speaks. */
export const text = (longest: number) => z.object({ en: line(longest), ko: line(longest) });

export const email = z.email().max(254).toLowerCase();

/** One word of a table of words. */
export const wordOf = <Word extends string>(table: Record<Word, Text>) =>
  worded(z.enum(Object.keys(table) as [Word, ...Word[]]), table);
