import { isIP } from "node:net";
import { canonicalJson } from "@bongsu/base";
import type { AuditRecord } from "./entry.ts";

/** What the events say of where they come from. */
export interface CefSource {
  /** The hub's name or address. */
  hub: string;
  /** Bongsu's version. */
  version: string;
}

/** Control characters would end the line, or drive a terminal. In an extension, a line's end has an escape of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const controlsButLines = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;

/** A field of the header: `\` and `|` are escaped (CEF, Character Encoding). */
export const cefHeader = (text: string): string => text.replace(controls, " ").replace(/[\\|]/g, "\\$&");

/** A value of the extension: `\`, `=` and line ends are escaped; `|` is not. */
export const cefValue = (text: string): string =>
  text.replace(controlsButLines, " ").replace(/[\\=]/g, "\\$&").replaceAll("\r", "\\r").replaceAll("\n", "\\n");

const guarded = new Set(["AMBER", "AMBER+STRICT", "RED"]);

/** 0 to 10: what was done 3, with marked material 5; what failed 4; what was denied 7, with marked material 8. */
export function cefSeverity({ outcome, marking }: Pick<AuditRecord, "outcome" | "marking">): number {
  const isGuarded = guarded.has(marking ?? "");
  if (outcome === "denied") return isGuarded ? 8 : 7;
  if (outcome === "failed") return 4;
  return isGuarded ? 5 : 3;
}

/** The longest `msg` that the format knows, in characters. */
const longestMessage = 1_023;

function extension(entry: AuditRecord, { hub }: CefSource): [string, string | null][] {
  const address = entry.address ?? "";
  const labelled = (field: string, label: string, value: string | null): [string, string | null][] =>
    value === null
      ? []
      : [
          [`${field}Label`, label],
          [field, value],
        ];
  const subject = entry.subject === null ? null : `${entry.subjectKind ?? ""}/${entry.subject}`;
  return [
    ["rt", String(Date.parse(entry.at))],
    ["deviceExternalId", hub],
    ["externalId", String(entry.number)],
    ["act", entry.operation],
    ["outcome", entry.outcome === "done" ? "success" : "failure"],
    ["reason", entry.problem],
    ["suid", entry.actor],
    ["suser", entry.actorName],
    ["spriv", entry.actorKind],
    ["src", isIP(address) === 4 ? address : null],
    ...labelled("c6a2", "Source IPv6 Address", isIP(address) === 6 ? address : null),
    ...labelled("cs1", "Organisation", entry.organisation),
    ...labelled("cs2", "Subject", subject),
    ...labelled("cs3", "Marking", entry.marking),
    ...labelled("cs4", "API key", entry.key),
    ...labelled("cs5", "Request", entry.request),
    ...labelled("cs6", "Hash", entry.hash),
    ...labelled("flexString1", "Session", entry.session),
    ["msg", [...canonicalJson(entry.details)].slice(0, longestMessage).join("")],
  ];
}

/** An entry as an event of ArcSight's Common Event Format, version 0, without the line's end. */
export function cefLine(entry: AuditRecord, source: CefSource): string {
  const name = `${entry.operation} ${entry.outcome}`;
  const header = ["Bongsu", "Hub", source.version, entry.operation, name, String(cefSeverity(entry))].map(cefHeader);
  const pairs = extension(entry, source).flatMap(([key, value]) =>
    value === null || value === "" ? [] : [`${key}=${cefValue(value)}`],
  );
  return `CEF:0|${header.join("|")}|${pairs.join(" ")}`;
}
