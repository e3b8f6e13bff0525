/** The attributes of a CPE name in the order of its formatted string; `*` is any, `-` not applicable. */
const attributes = [
  ...["part", "vendor", "product", "version", "update", "edition", "language"],
  ...["sw_edition", "target_sw", "target_hw", "other"],
] as const;

export type CpeAttribute = (typeof attributes)[number];

export type Cpe = ReadonlyMap<CpeAttribute, string>;

/**
 * Reads a CPE name: a formatted string of CPE 2.3 (NISTIR 7695, section 6.2) or a URI of CPE 2.2 (section 6.1). Values
 * keep their escapes. Null where it is neither.
 */
export function parseCpe(text: string): Cpe | null {
  if (/^cpe:2\.3:/i.test(text)) return named(splitUnescaped(text.slice("cpe:2.3:".length)));
  if (!/^cpe:\//i.test(text)) return null;
  const parts = text.slice("cpe:/".length).split(":").map(decode);
  const [edition = "", ...packed] = (parts[5] ?? "").startsWith("~")
    ? (parts[5] ?? "").slice(1).split("~")
    : [parts[5] ?? ""];
  return named([...[0, 1, 2, 3, 4].map((index) => parts[index] ?? ""), edition, parts[6] ?? "", ...packed]);
}

function named(values: string[]): Cpe {
  return new Map(attributes.map((attribute, index) => [attribute, values[index] || "*"]));
}

/** Splits at colons that no backslash stands before. */
function splitUnescaped(text: string): string[] {
  return text.match(/(?:\\.|[^:\\])+/gs) ?? [];
}

/** In a URI, `%01` and `%02` stand for the wildcards `?` and `*`; what else is encoded is no wildcard. */
function decode(text: string): string {
  const wildcards = text.replaceAll("%01", "?").replaceAll("%02", "*");
  return wildcards.replace(
    /%([0-9a-f]{2})/gi,
    (_, hex: string) => `\\${String.fromCharCode(Number.parseInt(hex, 16))}`,
  );
}

/** Whether a value says something: neither any nor not applicable. */
export const isSet = (value: string): boolean => value !== "*" && value !== "-";

/** Whether a value has a wildcard that no backslash stands before. */
export const hasWildcard = (value: string): boolean => /[*?]/.test(value.replace(/\\./gs, ""));

/** A value without its escapes. */
export const unescaped = (value: string): string => value.replace(/\\(.)/gs, "$1");
