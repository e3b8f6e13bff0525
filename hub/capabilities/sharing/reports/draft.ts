import { type ReportKind, reportKinds } from "@bongsu/contracts";
import { sharingProblems } from "../problems.ts";

/** What a report points to: another report, a vulnerability by any of its names, an asset of one's own. */
export type ReferenceDraft =
  | { kind: "report"; id: string }
  | { kind: "vulnerability"; name: string }
  | { kind: "asset"; organisation: string; id: string };

export interface ReportDraft {
  kind: string;
  title: string;
  /** Markdown. */
  text: string;
  references: readonly ReferenceDraft[];
}

/** In characters and pieces. */
const longest = { title: 200, text: 100_000, references: 100 };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const forbiddenInLine = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and lone surrogates cannot be stored
const forbiddenInText = /[\u0000]|\p{Cs}/u;

const isKind = (kind: string): kind is ReportKind => Object.hasOwn(reportKinds, kind);

const invalid = (field: string, known: string) => sharingProblems.error("sharing.invalid-draft", { field, known });

/** The draft, trimmed. Throws `sharing.invalid-draft` with the field at fault. */
export function checkedDraft({ kind, references, ...draft }: ReportDraft): ReportDraft & { kind: ReportKind } {
  const title = draft.title.trim();
  const text = draft.text.trim();
  if (!isKind(kind)) throw invalid("kind", Object.keys(reportKinds).join(", "));
  if (title === "" || title.length > longest.title || forbiddenInLine.test(title)) {
    throw invalid("title", `1–${longest.title}`);
  }
  if (text === "" || text.length > longest.text || forbiddenInText.test(text))
    throw invalid("text", `1–${longest.text}`);
  if (references.length > longest.references) throw invalid("references", `0–${longest.references}`);
  return { kind, title, text, references };
}
