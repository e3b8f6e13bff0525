import type { Viewer } from "@bongsu/markings";
import type { Rule, Seeing } from "./rules.ts";

/** Something that only some may know: a word that stands nowhere else, or an id. */
export interface Secret {
  /** What it belongs to, for whoever reads that it was told. */
  what: string;
  /** `report`, `person` …: some answers may name what they do not show. */
  kind: string;
  isFor: Rule;
}

let made = 0;

const words = /zq\d+qz|x[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Cursors are readable to whoever takes the trouble. */
const decoded = (text: string): string =>
  text.replace(/[A-Za-z0-9_-]{16,}/g, (part) => `${part} ${Buffer.from(part, "base64url").toString("latin1")}`);

/** The things of a world that are not everybody's, found again in whatever the hub answers. */
export class Secrets {
  private readonly all = new Map<string, Secret>();

  /** A new word that gives the thing away wherever it stands; only digits between letters, so that no case changes it. */
  word(kind: string, what: string, isFor: Rule): string {
    made += 1;
    const word = `zq${1_000 + made}qz`;
    this.all.set(word, { kind, what, isFor });
    return word;
  }

  /** An id or a handle that gives the thing away. */
  name(name: string, kind: string, what: string, isFor: Rule): void {
    this.all.set(name.toLowerCase(), { kind, what, isFor });
  }

  /** What stands in the text though this viewer may not know it. `besides`: kinds, and words that he wrote himself. */
  leaks(text: string, viewer: Viewer, seeing: Seeing, besides: readonly string[] = []): string[] {
    const found = new Set(
      decoded(text)
        .match(words)
        ?.map((word) => word.toLowerCase()),
    );
    return [...found].flatMap((word) => {
      const secret = this.all.get(word);
      if (secret === undefined || besides.includes(secret.kind) || besides.includes(word)) return [];
      return secret.isFor(viewer, seeing) ? [] : [`${secret.what} (${word})`];
    });
  }
}
