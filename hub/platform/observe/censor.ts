/** What stands for a secret in a log. */
const hidden = "••••";

/** Names of fields whose values are secrets, whatever stands before the last word: `apiKey`, `x-api-key`, `set-cookie`. */
const secretName = /(?:authorization|cookie|password|passphrase|token|secret|sealed|credential|key|otp|^code)s?$/i;

/** Secrets within texts: an address's password, and what follows a scheme of HTTP's authentication. */
const inText: readonly [RegExp, string][] = [
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,200}):[^\s/@]{1,500}@/gi, `$1:${hidden}@`],
  [/\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi, `$1 ${hidden}`],
];

const deepest = 8;

/** A text without the passwords and tokens that can be told by their place. */
export const censorText = (text: string): string =>
  inText.reduce((censored, [pattern, replacement]) => censored.replace(pattern, replacement), text);

/** An error as a log shows it: what libraries hang on it (requests, connections, values of a statement) stays out. */
function errorFields(error: Error, depth: number): Record<string, unknown> {
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: censored(error.cause, depth + 1) };
  const { name: type, message, stack = "" } = error;
  return { type, message: censorText(message), ...code, stack: censorText(stack), ...cause };
}

/** A copy of a line's facts in which no secret stands, at any depth. */
export function censored(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return censorText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return "…";
  if (value instanceof Error) return errorFields(value, depth);
  if (value instanceof Date) return value;
  if (value instanceof URL) return censorText(value.href);
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (Array.isArray(value)) return value.map((item) => censored(item, depth + 1));
  const entries = value instanceof Headers || value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, own]) => [name, secretName.test(String(name)) ? hidden : censored(own, depth + 1)]),
  );
}
