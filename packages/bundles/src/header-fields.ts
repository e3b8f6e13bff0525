/** A hub's name, for people. */
export interface HubName {
  en: string;
  ko: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const line = /^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]{1,200}$/u;

export const isLine = (value: unknown): value is string => typeof value === "string" && line.test(value);

export function isHubName(value: unknown): value is HubName {
  const { en, ko } = Object(value);
  return isLine(en) && isLine(ko);
}
