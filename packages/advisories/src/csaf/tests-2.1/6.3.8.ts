import type { SlowCsafRule } from "../rule.ts";
import { branches } from "./shared/branches.ts";
import { documentCategory } from "./shared/document.ts";
import { fullProductNames } from "./shared/products.ts";
import { proofread, sentences } from "./shared/prose.ts";
import { select, selectFrom } from "./shared/select.ts";

/** Names, which a spell check reads and a grammar check does not. */
const names = [
  "$.document.acknowledgments[*].names[*]",
  "$.document.acknowledgments[*].organization",
  "$.document.publisher.name",
  "$.document.tracking.aliases[*]",
  "$.document.tracking.generator.engine.name",
  "$.vulnerabilities[*].acknowledgments[*].names[*]",
  "$.vulnerabilities[*].acknowledgments[*].organization",
];

/** Section 6.3.8. A category that names a profile of the standard is no word of the document's language. */
export const rule: SlowCsafRule = {
  id: "6.3.8",
  group: "informative",
  title: "Spell Check",
  needs: "spellcheck",
  async checkSlowly(document, { spellcheck }) {
    if (spellcheck === undefined) return [];
    const category = documentCategory(document).startsWith("csaf_") ? [] : select(document, "$.document.category");
    const texts = [
      ...[...sentences, ...names].flatMap((path) => select(document, path)),
      ...category,
      ...[...branches(document), ...fullProductNames(document)].flatMap((named) => selectFrom(named, "$.name")),
    ];
    return proofread(document, texts, spellcheck);
  },
};
