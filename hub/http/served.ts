import type { Language } from "@bongsu/base";
import type { Context } from "hono";
import { etagOf, names } from "../kernel/etag.ts";
import type { Entry } from "./face.ts";
import { languageOf } from "./language.ts";

/** The language of a page: `?lang=`, else the browser's. */
export function pageLanguage(c: Context<Entry>): Language {
  const asked = c.req.query("lang");
  return asked === "ko" || asked === "en" ? asked : languageOf(c.req.header("accept-language") ?? null);
}

/** Answers with a text that is the same for everybody; nothing where the browser has it already. */
export function served(c: Context<Entry>, text: string, mediaType: string): Response {
  const etag = etagOf(text);
  const headers = {
    "content-type": `${mediaType}; charset=utf-8`,
    "cache-control": "public, no-cache",
    vary: "accept-language",
    etag,
  };
  const known = c.req.header("if-none-match");
  if (known !== undefined && names(known, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}

/** Makes each language's text when it is first asked for, and keeps it. */
export function perLanguage(make: (language: Language) => string): (language: Language) => string {
  const kept = new Map<Language, string>();
  return (language) => {
    const text = kept.get(language) ?? make(language);
    kept.set(language, text);
    return text;
  };
}
