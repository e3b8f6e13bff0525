import type { Language } from "@bongsu/base";

/** How loud a colour is. */
export type Tone = "urgent" | "high" | "medium" | "low" | "done";

/** A table of names and values, or a list under a heading. */
export type LetterPart =
  | { rows: readonly (readonly [name: string, value: string])[] }
  | {
      heading: string;
      tone?: Tone;
      /** `href`: the item's page. */
      items: readonly { title: string; note?: string; href?: string }[];
    };

/** A letter as it is written: in one language, plain text. */
export interface LetterWords {
  subject: string;
  /** A line in colour above everything: how urgent it is. */
  band?: { text: string; tone: Tone };
  title?: string;
  /** A paragraph each. */
  lines: readonly string[];
  parts?: readonly LetterPart[];
  /** The one thing that the reader is to do. */
  button?: { label: string; url: string };
  /** In small print: why it came, and how it is switched off. */
  footer?: readonly string[];
  language?: Language;
}
