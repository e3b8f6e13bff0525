import { BongsuError } from "@bongsu/base";
import type { Contract } from "@bongsu/contracts";
import { z } from "zod";
import { kernelProblems } from "./problems.ts";

/** One field that is not as it must be: where (JSON Pointer, RFC 6901), and what was expected, in both languages. */
export interface Issue {
  pointer: string;
  message: { en: string; ko: string };
}

/** `http.invalid-input`, with every field at fault. */
export class InvalidInput extends BongsuError {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const [first] = issues;
    const reason = first === undefined ? "" : `${first.pointer || "/"}: ${first.message.en}`;
    super(kernelProblems.problem("http.invalid-input", { reason }, { path: first?.pointer ?? "" }));
    this.issues = issues;
  }
}

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const inKorean = z.locales.ko().localeError;
const inEnglish = z.locales.en().localeError;

type Worded = { message?: string } | string | null | undefined;

const wordsOf = (said: Worded, otherwise: string): string =>
  (typeof said === "string" ? said : said?.message) ?? otherwise;

/** A hostile input may be wrong in a thousand places; nobody corrects more than these at a time. */
const shown = 50;

/** Checks what came against the contract. Throws `InvalidInput`. */
export function inputOf<Input extends z.ZodObject>(contract: Contract<Input>, given: unknown): z.output<Input> {
  const result = contract.input.safeParse(given);
  if (result.success) return result.data;
  throw new InvalidInput(
    result.error.issues.slice(0, shown).map((issue) => ({
      pointer: pointer(issue.path),
      message: {
        en: wordsOf(inEnglish(issue as never), issue.message),
        ko: wordsOf(inKorean(issue as never), issue.message),
      },
    })),
  );
}
