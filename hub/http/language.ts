import type { Language } from "@bongsu/base";

/** The language of an answer by `Accept-Language` (RFC 9110 §12.5.4); Korean and English are spoken. */
export function languageOf(header: string | null, otherwise: Language = "en"): Language {
  const wanted = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const quality = /q=([0-9.]+)/.exec(rest.join(";"))?.[1];
      return { tag: tag.trim().toLowerCase().split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => (tag === "ko" || tag === "en") && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return (wanted[0]?.tag as Language | undefined) ?? otherwise;
}
