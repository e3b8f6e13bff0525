import { quote } from "@bongsu/base";
import type { RuleFinding } from "../../rule.ts";
import { meetings, type Party } from "./meeting.ts";
import { type StatusEntry, statusEntries } from "./product-status.ts";
import { select } from "./select.ts";
import { type PlacedSibling, type Sibling, type SiblingKind, siblingLines } from "./siblings.ts";

/** Which siblings of a version range (`CTPVR`) a test is about, in the terms of section 6.2.50. */
export interface TestedSiblings {
  kinds: SiblingKind[];
  holds: Sibling["holds"][];
}

interface SiblingParty extends Party {
  owner: Sibling;
  entry: StatusEntry | null;
}

function partiesOf(placed: PlacedSibling, tested: TestedSiblings, entry: StatusEntry | null): SiblingParty[] {
  const { sibling, stretches, native } = placed;
  const isTested = tested.kinds.includes(sibling.kind) && tested.holds.includes(sibling.holds);
  const role = (sibling.kind === "version" ? "" : "range ") + (isTested ? "tested " : "") + (native ? "native " : "");
  return stretches.map((stretch) => ({ owner: sibling, entry, stretch, kind: `${role}/${entry?.group ?? ""}` }));
}

/** One of the two is a range and the other a tested sibling; one of them is of the line's own type. */
function hasRoles(a: string, b: string): boolean {
  const pair = (one: string, other: string) => one.includes("range") && other.includes("tested");
  return (pair(a, b) || pair(b, a)) && (a.includes("native") || b.includes("native"));
}

const groupOf = (kind: string): string => kind.slice(kind.indexOf("/") + 1);

/**
 * Products of a version range and of a sibling that overlaps it, whose statuses in one vulnerability contradict each
 * other, or belong to the same group.
 */
export function statusOverlaps(
  document: unknown,
  relation: "contradicting" | "same",
  tested: TestedSiblings,
): RuleFinding[] {
  const places = placesOfProducts(siblingLines(document));
  const mayMeet = (a: string, b: string): boolean =>
    hasRoles(a, b) && (groupOf(a) === groupOf(b)) === (relation === "same");
  return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
    const onLines = statusEntries(vulnerability).flatMap((entry) =>
      (places.get(entry.product) ?? []).map((place) => ({ entry, ...place })),
    );
    return [...Map.groupBy(onLines, ({ line }) => line).values()].flatMap((onLine) =>
      findingsOf(
        meetings(
          onLine.flatMap(({ placed, entry }) => partiesOf(placed, tested, entry)),
          mayMeet,
        ),
      ),
    );
  });
}

interface Place {
  line: PlacedSibling[];
  placed: PlacedSibling;
}

function placesOfProducts(lines: PlacedSibling[][]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const line of lines) {
    for (const placed of line) {
      for (const product of placed.sibling.products) {
        const known = places.get(product);
        if (known === undefined) places.set(product, [{ line, placed }]);
        else known.push({ line, placed });
      }
    }
  }
  return places;
}

/** Version ranges that a sibling overlaps, whatever status their products have. */
export function branchOverlaps(document: unknown, tested: TestedSiblings): RuleFinding[] {
  return siblingLines(document).flatMap((line) =>
    findingsOf(
      meetings(
        line.flatMap((placed) => partiesOf(placed, tested, null)),
        hasRoles,
      ),
    ),
  );
}

/** Each pair of siblings once, at the tested one's status or name. */
function findingsOf(pairs: [SiblingParty, SiblingParty][]): RuleFinding[] {
  const findings = new Map<string, RuleFinding>();
  for (const [earlier, later] of pairs) {
    const [range, sibling] =
      later.kind.includes("tested") && earlier.kind.includes("range") ? [earlier, later] : [later, earlier];
    const path = sibling.entry?.path ?? sibling.owner.path;
    const pair = `${path}\n${range.owner.path}`;
    if (findings.has(pair)) continue;
    const status = ({ entry }: SiblingParty) => (entry === null ? "" : ` (${entry.product}: ${entry.group})`);
    const message = `${quote(sibling.owner.name)}${status(sibling)} overlaps ${quote(range.owner.name)}${status(range)}`;
    findings.set(pair, { path, message });
  }
  return [...findings.values()];
}
