import type { ExposureAction, ExposureState, Refusal } from "@bongsu/contracts";

/** What the rules ask of an exposure. */
export interface Standing {
  state: ExposureState;
  declared: boolean;
  /** Whether the asset's inventory lists the component still. */
  listed: boolean;
}

/** What becomes of its state: another or the same one, or why nothing may be done with it. */
export type Outcome = { to: ExposureState } | { refused: Refusal };

const closed = (state: ExposureState): boolean => ["fixed", "not_affected", "retracted"].includes(state);

function acknowledged(state: ExposureState): Outcome {
  if (state === "new" || state === "acknowledged") return { to: "acknowledged" };
  return { refused: state === "accepted" ? "accepted" : "further-along" };
}

/** An end that somebody declared is taken back by somebody; one that facts gave only by facts. */
function reopened({ state, declared, listed }: Standing): Outcome {
  if (state === "not_affected") return { refused: "stated" };
  if (state === "retracted") return { refused: "retracted" };
  if (state !== "fixed") return { to: "new" };
  if (!declared) return { refused: "not-declared" };
  return listed ? { to: "new" } : { refused: "not-listed" };
}

/** What an action makes of an exposure, by its state alone. */
export function outcomeOf(action: ExposureAction, standing: Standing): Outcome {
  const { state, declared } = standing;
  if (action === "reopen") return reopened(standing);
  if (action === "fix" && state === "fixed" && declared) return { to: "fixed" };
  if (action === "comment") return { to: state };
  if (closed(state)) return { refused: "closed" };
  switch (action) {
    case "acknowledge":
      return acknowledged(state);
    case "remediate":
      return { to: "remediating" };
    case "fix":
      return { to: "fixed" };
    case "accept":
      return { to: "accepted" };
    case "due":
      return state === "accepted" ? { refused: "accepted" } : { to: state };
    default:
      return { to: state };
  }
}
