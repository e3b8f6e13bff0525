import { elements, isText, member } from "./json.ts";

/** The file name of a document with this tracking id (section 5.1). */
export function csafFilename(id: string): string {
  return `${id.toLowerCase().replace(/[^+\-a-z0-9]+/g, "_")}.json`;
}

/** The references that fulfil what the specification asks of a canonical URL (6.2.11). */
export function canonicalUrls(document: unknown): string[] {
  const id = member(member(member(document, "document"), "tracking"), "id");
  if (!isText(id)) return [];
  const end = `/${csafFilename(id)}`;
  return elements(member(member(document, "document"), "references")).flatMap((reference) => {
    const url = member(reference, "url");
    if (member(reference, "category") !== "self" || !isText(url)) return [];
    return url.endsWith(end) && hasHost(url) ? [url] : [];
  });
}

/** `https://`, and before the path a host that is not empty, whatever user or port is beside it. */
function hasHost(url: string): boolean {
  if (!url.startsWith("https://")) return false;
  const authority = url.slice("https://".length).split(/[/?#]/, 1)[0] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  return host !== "";
}
