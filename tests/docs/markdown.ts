/** A link in a page: what it leads to, as written, and on which line. */
export interface Link {
  target: string;
  line: number;
}

const fence = /^\s*(```|~~~)/;

/** The lines of a page with their numbers, those within fences told from the others. */
export function linesOf(text: string): { text: string; number: number; fenced: boolean }[] {
  let fenced = false;
  return text.split("\n").map((line, index) => {
    const isFence = fence.test(line);
    if (isFence) fenced = !fenced;
    return { text: line, number: index + 1, fenced: fenced || isFence };
  });
}

const withoutCode = (line: string): string => line.replace(/`[^`]*`/g, (code) => " ".repeat(code.length));

/** Links and pictures outside of code: Markdown's and those of HTML. */
export function linksOf(text: string): Link[] {
  return linesOf(text)
    .filter(({ fenced }) => !fenced)
    .flatMap(({ text: line, number }) =>
      [...withoutCode(line).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|(?:src|href)="([^"]+)"/g)].map(
        ([, markdown, html]) => ({ target: markdown ?? html ?? "", line: number }),
      ),
    );
}

/** What a heading can be reached by, as GitHub writes it. */
export function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const { text: line, fenced } of linesOf(text)) {
    const [, heading] = /^#{1,6}\s+(.+?)\s*#*$/.exec(fenced ? "" : line) ?? [];
    if (heading === undefined) continue;
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const slug = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
      .replaceAll(" ", "-");
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    anchors.add(before === 0 ? slug : `${slug}-${before}`);
  }
  return anchors;
}
