import type { Part } from "../part.ts";
import { joinTexts } from "../texts.ts";

/** The English texts of a multi-language list (`descriptions`, `solutions` …); those of all languages where none is English. */
export function readTexts(container: Part, name: string): string[] {
  const texts = container.parts(name);
  const english = texts.filter((text) => /^en\b/i.test(text.text("lang") ?? ""));
  return (english.length > 0 ? english : texts).flatMap((text) => text.required("value") ?? []);
}

export function readText(container: Part, name: string): string | null {
  return joinTexts(readTexts(container, name));
}
