import { documentLanguage, isEnglishOrUnspecified } from "./document.ts";

/** The terms that the standard fixes in English and that other languages translate. */
const english = {
  license: "License",
  product_description: "Product Description",
  reasoning_for_supersession: "Reasoning for Supersession",
  reasoning_for_withdrawal: "Reasoning for Withdrawal",
  superseding_document: "Superseding Document",
};

export type FixedTerm = keyof typeof english;

/** The translations that the OASIS CSAF TC has recorded, by language tag in lower case. */
const translations = new Map<string, { [term in FixedTerm]: string }>([
  [
    "de",
    {
      license: "Lizenz",
      product_description: "Produktbeschreibung",
      reasoning_for_supersession: "Begründung für die Ersetzung",
      reasoning_for_withdrawal: "Begründung für die Zurückziehung",
      superseding_document: "Ersetzendes Dokument",
    },
  ],
]);

/** No recorded translation is told apart by more. */
const mostSubtags = 4;

/** A fixed term in the document's language: English where it names none; null where no translation is recorded. */
export function fixedTerm(document: unknown, term: FixedTerm): string | null {
  if (isEnglishOrUnspecified(document)) return english[term];
  const subtags = (documentLanguage(document) ?? "").toLowerCase().split("-", mostSubtags);
  for (let count = subtags.length; count > 0; count--) {
    const translated = translations.get(subtags.slice(0, count).join("-"));
    if (translated !== undefined) return translated[term];
  }
  return null;
}

/** The sentence with which a test says that it was skipped for want of a translation; null where there is one. */
export function untranslated(document: unknown, term: FixedTerm): string | null {
  if (fixedTerm(document, term) !== null) return null;
  return `no translation of "${english[term]}" into the document's language is recorded`;
}
