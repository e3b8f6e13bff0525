import type { InputOf, shareReport } from "@bongsu/contracts";
import { type Context, heldBy } from "../../../kernel/index.ts";
import { sharingProblems } from "../problems.ts";
import type { ReferenceDraft } from "../reports/draft.ts";

type Given = InputOf<typeof shareReport>["references"];

/** References as the reports keep them: an asset under its organisation's id, which must be one of the actor's own. */
export async function idsOfAssets({ actor }: Context, references: Given): Promise<ReferenceDraft[]> {
  return references.map((reference) => {
    if (reference.kind !== "asset") return reference;
    const held = heldBy(actor).find(({ handle }) => handle === reference.organisation);
    if (held === undefined) throw sharingProblems.error("sharing.unknown-reference", { target: reference.id });
    return { ...reference, organisation: held.organisation };
  });
}
