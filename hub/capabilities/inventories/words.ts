import { type RawBuilder, sql } from "kysely";

/** What stands between the words of a package's name: `@scope/some-name`, `org.example:some_name`. */
const between = "/@:._-+~#,;()[]{}<>|=*!?%&'\"\\";

/** The words of a column of names, as an index keeps them. The column's name is the house's own, not a caller's. */
export const nameWords = (column: string): RawBuilder<unknown> =>
  sql`to_tsvector('simple'::regconfig, translate(${sql.ref(column)}, ${sql.lit(between)}, ${sql.lit(" ".repeat(between.length))}))`;

/** Words that one search looks for. */
const most = 8;

/** The words of a search: letters and digits of any script, in small letters. */
export const wordsIn = (search: string): string[] =>
  (search.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, most).map((word) => word.slice(0, 100));

/**
 * The condition that a column of names has a word that begins with each word of the search; null where the search has
 * no word. It is answered by an index over `nameWords`.
 */
export function wordsBegin(column: string, search: string): RawBuilder<unknown> | null {
  const words = wordsIn(search);
  if (words.length === 0) return null;
  // Quoted letters and digits only: nothing of it is syntax of a text query.
  const query = words.map((word) => `'${word}':*`).join(" & ");
  return sql`${nameWords(column)} @@ to_tsquery('simple'::regconfig, ${query})`;
}
