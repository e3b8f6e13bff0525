import type { Component, UnmatchableReason } from "@bongsu/sbom";
import type { MatchResult } from "../result.ts";
import { printable } from "./printable.ts";
import { componentName, type Speaker } from "./say.ts";
import { truncated, wrapped } from "./width.ts";
import { unmatchableWords } from "./words.ts";

interface Options {
  width: number | null;
  all: boolean;
}

const indent = "  ";
/** So many names of a kind are listed where not all are asked for. */
const some = 5;

const nameAndVersion = (component: Component, version = component.version) =>
  printable(version === null ? componentName({ component }) : `${componentName({ component })} ${version}`);

/** `2 × reason: a 1.0, b 2.0` in one line; or, on request, every one of them on its own. */
function listed(title: string, names: string[], speaker: Speaker, { width, all }: Options): string[] {
  const fit = (text: string) => (width === null ? text : truncated(text, width));
  if (all) return [fit(`${indent}${title}`), ...names.map((name) => fit(`${indent}${indent}${name}`))];
  const rest = names.length - some;
  const text = `${title}: ${names.slice(0, some).join(", ")}${rest > 0 ? ` ${speaker.say("more", { n: rest })}` : ""}`;
  const lines = width === null ? [text] : wrapped(text, Math.max(20, width - indent.length * 2));
  return lines.map((line, index) => `${indent}${index === 0 ? "" : indent}${line}`);
}

function unmatchedPart({ unmatched }: MatchResult, speaker: Speaker, options: Options): string[] {
  const byReason = new Map<UnmatchableReason, string[]>();
  for (const { reason, component } of unmatched) {
    const names = byReason.get(reason);
    if (names === undefined) byReason.set(reason, [nameAndVersion(component)]);
    else names.push(nameAndVersion(component));
  }
  const groups = [...byReason].sort(([, a], [, b]) => b.length - a.length);
  return [
    speaker.say("unmatchedTitle", { components: speaker.count(unmatched.length, "component") }),
    ...groups.flatMap(([reason, names]) =>
      listed(`${names.length} × ${unmatchableWords[reason][speaker.language]}`, names, speaker, options),
    ),
  ];
}

function unreadablePart({ unreadable }: MatchResult, speaker: Speaker, options: Options): string[] {
  const lines = unreadable.map(({ component, advisory, texts }) => {
    const what = texts.map(({ role, text }) => `${role} ${text}`.trim()).join(", ");
    return `${nameAndVersion(component)} × ${printable(advisory)} (${what === "" ? speaker.say("commitsOnly") : printable(what)})`;
  });
  const unique = [...new Set(lines)];
  const shown = options.all ? unique : unique.slice(0, some);
  const rest = unique.length - shown.length;
  return [
    speaker.say("unreadableTitle", { n: unique.length }),
    ...shown.map((line) => indent + line),
    ...(rest > 0 ? [indent + speaker.say("more", { n: rest })] : []),
  ];
}

/** What could not be held against the advisories, part by part: a title, then its lines. */
export function leftOut(result: MatchResult, speaker: Speaker, options: Options): string[][] {
  const { unmatched, uncovered, unreadVersions, unreadable } = result;
  const parts: string[][] = [];
  if (unmatched.length > 0) parts.push(unmatchedPart(result, speaker, options));
  if (uncovered.length > 0)
    parts.push([
      speaker.say("uncoveredTitle"),
      ...uncovered.map(
        ({ ecosystem, components }) =>
          indent + speaker.say("uncoveredLine", { ecosystem, components: speaker.count(components, "component") }),
      ),
    ]);
  if (unreadVersions.length > 0) {
    const names = unreadVersions.map(({ component, version }) => nameAndVersion(component, version));
    const title = speaker.say("unreadTitle", { n: names.length });
    parts.push(
      options.all
        ? [title, ...names.map((name) => indent + name)]
        : listed(title, names, speaker, options).map((line) => line.slice(indent.length)),
    );
  }
  if (unreadable.length > 0) parts.push(unreadablePart(result, speaker, options));
  return parts;
}
