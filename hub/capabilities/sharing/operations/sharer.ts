import { type Context, heldBy, kernelProblems, viewerOf } from "../../../kernel/index.ts";
import type { Sharer } from "../reports/sharer.ts";

/** The actor as one who shares for an organisation of his; his first one where none is named. */
export function sharerOf({ actor }: Context, handle?: string): Sharer {
  const held = heldBy(actor).find((one) => handle === undefined || one.handle === handle);
  if (held === undefined) throw kernelProblems.error("http.not-found");
  return { viewer: viewerOf(actor), organisation: held.organisation };
}

/** The actor as one who acts for the organisation that owns a report, where he belongs to it; else for his own. */
export const sharerFor = (context: Context, owner: string): Sharer =>
  heldBy(context.actor).some(({ handle }) => handle === owner) ? sharerOf(context, owner) : sharerOf(context);
