import type { Rating } from "@bongsu/advisories";
import type { Paint } from "./columns.ts";

/** ANSI colours (ECMA-48 SGR) by what they mean here; none where colour is not wanted. */
export function paints(colour: boolean): Record<Rating | "title" | "dim" | "alarm", Paint> {
  const sgr =
    (code: string): Paint =>
    (text) =>
      colour && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    critical: sgr("1;31"),
    high: sgr("31"),
    medium: sgr("33"),
    low: sgr("36"),
    none: sgr("0"),
    unknown: sgr("2"),
    title: sgr("1"),
    dim: sgr("2"),
    alarm: sgr("1;35"),
  };
}
