import { fill, type Language, type Params } from "@bongsu/base";
import { grouped } from "@bongsu/matching/width";
import { countryEn } from "./country/en.ts";
import { countryKo } from "./country/ko.ts";
import { en } from "./en.ts";
import { hubEn } from "./hub/en.ts";
import { hubKo } from "./hub/ko.ts";
import { ko } from "./ko.ts";
import { remoteEn } from "./remote/en.ts";
import { remoteKo } from "./remote/ko.ts";

/** Says something in one language; numbers with their thousands set apart. */
export type Say = (name: MessageName, params?: Params) => string;

export const tables = {
  en: { ...en, ...hubEn, ...remoteEn, ...countryEn },
  ko: { ...ko, ...hubKo, ...remoteKo, ...countryKo },
};

export type MessageName = keyof typeof tables.en;

export function sayIn(language: Language): Say {
  return (name, params = {}) => {
    const shown = Object.entries(params).map(([key, value]) => [
      key,
      typeof value === "number" ? grouped(value) : value,
    ]);
    return fill(tables[language][name], Object.fromEntries(shown));
  };
}

/** The language asked for: `--lang`, else the locale of the environment; English where that is no language known here. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const option = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  const locale = option ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || "en");
  return /^ko(?:$|[-_.@])/i.test(locale) ? "ko" : "en";
}
