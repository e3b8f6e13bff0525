import { isUnderEmbargo, type Marked } from "./marked.ts";
import { compareTlp, type Tlp } from "./tlp.ts";

/** Why a change of marking lets somebody see who does not see now. */
export type Widening =
  | "wider-label"
  | "more-organisations"
  | "more-circles"
  | "more-named"
  | "shorter-embargo"
  | "other-owner"
  | "other-author";

/** No marking means AMBER+STRICT to the owner alone. */
const labelOf = ({ tlp }: Marked): Tlp => tlp ?? "AMBER+STRICT";

const added = (from: readonly string[], to: readonly string[]): boolean => to.some((id) => !from.includes(id));

/**
 * Does the change only take from those who see, in whatever world? Gives the reasons why not; none: it narrows, and
 * needs nobody's consent. `seeing` are people known to see it now: naming them for RED adds nobody.
 */
export function narrows(
  from: Marked,
  to: Marked,
  now: Date,
  seeing: ReadonlySet<string> = new Set(),
): { narrows: boolean; reasons: Widening[] } {
  const reasons: Widening[] = [];
  const label = labelOf(to);
  const reason = (holds: boolean, name: Widening) => holds && reasons.push(name);
  // What every member sees already cannot be widened by naming members.
  const seenByMembers = compareTlp(labelOf(from), "GREEN") <= 0 && !isUnderEmbargo(from, now);
  reason(compareTlp(label, labelOf(from)) < 0, "wider-label");
  if (!seenByMembers && label !== "RED" && to.tlp !== null) {
    // What has no marking, or is RED, has no audience that could be kept.
    const { organisations, circles } =
      from.tlp === null || from.tlp === "RED" ? { organisations: [], circles: [] } : from.audience;
    reason(added(organisations, to.audience.organisations), "more-organisations");
    reason(added(circles, to.audience.circles), "more-circles");
  }
  if (!seenByMembers && label === "RED") {
    const known = [...(from.tlp === "RED" ? from.named : []), ...seeing, ...(to.author === null ? [] : [to.author])];
    reason(added(known, to.named), "more-named");
  }
  // Where only participants see anyway, an embargo holds nobody back.
  if (isUnderEmbargo(from, now) && compareTlp(label, "AMBER") <= 0) {
    reason((to.embargoUntil?.getTime() ?? 0) < (from.embargoUntil?.getTime() ?? 0), "shorter-embargo");
  }
  reason(to.owner !== from.owner, "other-owner");
  reason(to.author !== from.author, "other-author");
  return { narrows: reasons.length === 0, reasons };
}
