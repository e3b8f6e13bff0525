const cut = (text: string, longest: number): string => {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join("")}…`;
};

/** Somebody else's words as one line of bounded length, without what hides or turns text. */
export const oneLine = (text: string, longest: number): string =>
  cut(
    text
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
      .trim(),
    longest,
  );

/** The same of several lines. */
export const severalLines = (text: string, longest: number): string =>
  cut(
    text
      .split(/\r\n?|\n/)
      .map((line) => oneLine(line, longest))
      .join("\n"),
    longest,
  );
