import type { Language } from "@bongsu/base";
import type { Context } from "hono";
import { etagOf, names } from "../kernel/etag.ts";
import { type Encoding, encodingFor, pack } from "./encoding.ts";
import type { Entry } from "./face.ts";
import { languageOf } from "./language.ts";

/** The language of a page: `?lang=`, else the browser's. */
export function pageLanguage(c: Context<Entry>): Language {
  const asked = c.req.query("lang");
  return asked === "ko" || asked === "en" ? asked : languageOf(c.req.header("accept-language") ?? null);
}

/** A text that is the same for everybody, with its entity tag, and packed once for each coding that is asked for. */
export interface Kept {
  text: string;
  mediaType: string;
  /** Strong, so another one for each coding: `"…"`, `"…-br"` (RFC 9110 §8.8.3.3). */
  etag(encoding: Encoding | null): string;
  packed(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
}

export function kept(text: string, mediaType: string): Kept {
  const tag = etagOf(text).slice(1, -1);
  const packings = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  const packed = (encoding: Encoding) => {
    const packing = packings.get(encoding) ?? pack(text, encoding, true);
    packings.set(encoding, packing);
    return packing;
  };
  return { text, mediaType, etag: (encoding) => `"${encoding === null ? tag : `${tag}-${encoding}`}"`, packed };
}

/** Answers with such a text in the coding that the browser wants most; with nothing where it has it already. */
export async function served(c: Context<Entry>, page: Kept): Promise<Response> {
  const encoding = encodingFor(c.req.header("accept-encoding") ?? null);
  const etag = page.etag(encoding);
  const headers = {
    "content-type": `${page.mediaType}; charset=utf-8`,
    "cache-control": "public, no-cache",
    vary: "accept-language, accept-encoding",
    etag,
  };
  const known = c.req.header("if-none-match");
  if (known !== undefined && names(known, etag)) return new Response(null, { status: 304, headers });
  if (encoding === null) return new Response(page.text, { headers });
  return new Response(await page.packed(encoding), { headers: { ...headers, "content-encoding": encoding } });
}

/** Makes each language's text when it is first asked for, and keeps it. */
export function perLanguage(mediaType: string, make: (language: Language) => string): (language: Language) => Kept {
  const pages = new Map<Language, Kept>();
  return (language) => {
    const page = pages.get(language) ?? kept(make(language), mediaType);
    pages.set(language, page);
    return page;
  };
}
