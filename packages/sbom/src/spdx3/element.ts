import type { Fields } from "../fields.ts";

/** The class of an element without its profile: `Package` of `software_Package` or of the class's whole IRI. */
export function classOf(element: Fields): string | null {
  const type = element.text("type") ?? element.text("@type");
  return type === null ? null : type.slice(Math.max(type.lastIndexOf("_"), type.lastIndexOf("/")) + 1);
}

export function idOf(element: Fields): string | null {
  return element.text("spdxId") ?? element.text("@id");
}

/** Takes an element that stands within another, instead of in the graph, and gives its id. */
export type TakeInline = (element: Fields) => string | null;

/** The ids that a property refers to: one or several, each an IRI or the element itself. */
export function references(element: Fields, name: string, takeInline: TakeInline): string[] {
  if (!element.has(name)) return [];
  return element.mixed(name).flatMap((item) => (typeof item === "string" ? [item] : (takeInline(item) ?? [])));
}

/** One or several texts. */
export function texts(element: Fields, name: string): string[] {
  if (!element.has(name)) return [];
  return element.isArray(name) ? element.texts(name) : [element.text(name)].filter((text) => text !== null);
}

/** The individuals `NoneElement`, `NoAssertionElement` and their likes among licences say nothing. */
export function saysNothing(id: string): boolean {
  return /^(?:https?:\/\/spdx\.org\/rdf\/.*\/|[a-z]+_)?(?:None|NoAssertion)(?:Element|License)?$/.test(id);
}
