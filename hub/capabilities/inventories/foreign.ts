import { type Context, heldBy } from "../../kernel/index.ts";

/** Names of organisations that one entry of the audit trail lists. */
const listed = 50;

/**
 * Notes the reading of what is other organisations' own: it is AMBER+STRICT to them, so it is always in the audit trail.
 * One's own is not. Takes the handles of those whose rows were read.
 */
export function noteForeign({ actor, note }: Pick<Context, "actor" | "note">, handles: Iterable<string>): void {
  const own = new Set(heldBy(actor).map(({ handle }) => handle));
  const foreign = [...new Set(handles)].filter((handle) => !own.has(handle)).sort();
  const [first] = foreign;
  if (first === undefined) return;
  note({
    subject: { kind: "organisation", id: first },
    marking: "AMBER+STRICT",
    details: { organisations: foreign.slice(0, listed), organisationCount: foreign.length },
  });
}
