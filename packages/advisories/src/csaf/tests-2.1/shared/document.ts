import { isText, member } from "./json.ts";

/** `$.document.category`, or an empty string. */
export function documentCategory(document: unknown): string {
  const category = member(member(document, "document"), "category");
  return isText(category) ? category : "";
}

/** `$.document.lang`, or null. */
export function documentLanguage(document: unknown): string | null {
  const language = member(member(document, "document"), "lang");
  return isText(language) ? language : null;
}

/** English, or not said: the tests of fixed English titles (6.1.27.17 to 6.1.27.19) then apply. */
export function isEnglishOrUnspecified(document: unknown): boolean {
  const language = documentLanguage(document);
  return language === null || /^en(-|$)/i.test(language);
}

/** `$.document.distribution.tlp.label`, or an empty string. */
export function tlpLabel(document: unknown): string {
  const label = member(member(member(member(document, "document"), "distribution"), "tlp"), "label");
  return isText(label) ? label : "";
}
