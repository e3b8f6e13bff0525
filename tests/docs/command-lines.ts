import { linesOf } from "./markdown.ts";

/** A command line of `bongsu` in a page: the words after it. */
export interface CommandLine {
  words: string[];
  line: number;
}

const start = /(?:^|\s)(?:bongsu|npm start --silent --|npm run (?=demo\b))\s+(.+)$/;

/** Words, quotes kept together; where a word is a choice (`list|show`), its first. Square brackets around what is optional go. */
function wordsOf(text: string): string[] {
  const words = [...text.matchAll(/"[^"]*"|'[^']*'|[^\s"']+/g)].map(([word]) => word.replace(/^\[+|\]+$/g, ""));
  return words.filter((word) => word !== "--").map((word) => word.split("|")[0] ?? word);
}

/** Where the command ends and something else begins: a comment, an explanation, a pipe, another command. */
const ends = /\s+#.*$|\s{2,}.*$|\s+(?:\||>|<|&&|&|;)(?:\s.*)?$|;.*$/;

const lineOf = (text: string, line: number): CommandLine[] => {
  const [, rest] = start.exec(text) ?? [];
  const bare = (rest ?? "").trim().replace(ends, "");
  return bare === "" ? [] : [{ words: wordsOf(bare), line }];
};

/** Every command line in fences and in code within a sentence. */
export function commandLinesOf(text: string): CommandLine[] {
  const whole = linesOf(text);
  return whole.flatMap(({ text: line, number, fenced }, index) => {
    if (fenced) {
      if (!/^\s*(?:\$ )?(?:[A-Z_]+=\S+ )*(?:bongsu|npm start --silent --|npm run demo\b)/.test(line)) return [];
      const next = /\\$/.test(line) ? (whole[index + 1]?.text ?? "").trim() : "";
      return lineOf(line.replace(/\s*\\$/, ` ${next}`), number);
    }
    return [...line.matchAll(/`((?:npm start --silent -- |bongsu |npm run demo\b)[^`]*)`/g)].flatMap(([, code = ""]) =>
      lineOf(code, number),
    );
  });
}
