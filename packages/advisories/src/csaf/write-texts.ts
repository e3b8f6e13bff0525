import type { Advisory, Reference } from "../advisory.ts";
import { References } from "../references.ts";
import { distinct } from "../texts.ts";
import type { Writing } from "../written.ts";
import type { CsafNote, CsafReference, CsafVulnerabilityRecord } from "./document.ts";

/** What the advisories of one vulnerability say of it in words; at least the name. */
export function writeNotes(advisories: Advisory[], name: string): CsafNote[] {
  const summaries = distinct(advisories.map((advisory) => advisory.summary?.trim()));
  const details = distinct(advisories.map((advisory) => advisory.details?.trim()));
  const notes: CsafNote[] = [
    ...summaries.map((text): CsafNote => ({ category: "summary", text })),
    ...details.map((text): CsafNote => ({ category: "description", text })),
  ];
  if (notes.length > 0) return notes;
  return [{ category: "description", text: advisories.find(({ title }) => title)?.title ?? name }];
}

/** References, each once; the schema takes URIs only. */
export function writeReferences(references: Reference[], writing: Writing, path: string): CsafReference[] {
  const collected = new References();
  for (const { kind, url } of references) collected.add(kind, url);
  return collected.list.flatMap(({ kind, url }): CsafReference[] => {
    if (isUri(url)) return [{ category: "external", summary: kind, url }];
    writing.leaveOut(url, path);
    return [];
  });
}

const uri = /^[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/i;

export function isUri(url: string): boolean {
  return url.length <= 20_000 && uri.test(url) && URL.canParse(url);
}

/** What is known of exploitation, in words that say it to people and to readers of Microsoft's form alike. */
export function writeThreats(advisories: Advisory[], products: string[]): CsafVulnerabilityRecord["threats"] {
  return advisories.flatMap(({ exploited }) => {
    if (exploited === null) return [];
    const ransomware = exploited.ransomware ? " Used by ransomware." : "";
    return [
      {
        category: "exploit_status" as const,
        details: `Exploited:Yes (${exploited.source}).${ransomware}`,
        ...(exploited.since !== null && { date: `${exploited.since}T00:00:00Z` }),
        ...(products.length > 0 && { product_ids: products }),
      },
    ];
  });
}
