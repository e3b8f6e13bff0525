import { type Contract, changes, pathFields } from "@bongsu/contracts";
import type { Actor } from "./actor.ts";
import type { AuditEntry, AuditNote, RequestFacts } from "./audit-entry.ts";

interface Facts {
  actor: Actor;
  contract: Contract;
  input: Record<string, unknown>;
  notes: readonly AuditNote[];
  problems: readonly string[];
  request: RequestFacts;
}

const guarded = new Set(["AMBER", "AMBER+STRICT", "RED"]);

/** What changes something is always recorded, and the reading of what is AMBER or narrower. */
export const isRecorded = (contract: Contract, notes: readonly AuditNote[]): boolean =>
  changes(contract) || notes.some(({ marking, details }) => guarded.has(marking ?? "") || details !== undefined);

function actorFacts(actor: Actor) {
  const nobody = { actor: null, actorName: "", key: null, session: null };
  if (actor.kind === "anonymous") return { actorKind: "anonymous" as const, ...nobody };
  if (actor.kind === "service") {
    return {
      actorKind: "service" as const,
      actor: actor.account,
      actorName: actor.name,
      key: actor.key,
      session: null,
    };
  }
  return {
    actorKind: "person" as const,
    actor: actor.person,
    actorName: actor.name,
    key: null,
    session: actor.session,
  };
}

/** On whose behalf: the organisation that the input names, where the actor belongs to it, else his first. */
function behalf(actor: Actor, input: Record<string, unknown>, notes: readonly AuditNote[]): string | null {
  const noted = notes.find(({ organisation }) => organisation !== undefined)?.organisation;
  if (noted !== undefined || actor.kind === "anonymous") return noted ?? null;
  return (actor.held.find(({ handle }) => handle === input.organisation) ?? actor.held[0])?.organisation ?? null;
}

/** A value as the trail keeps it: short, since a hostile one may be long. */
const kept = (value: unknown): unknown => {
  const json = JSON.stringify(value) ?? "null";
  return json.length <= 500 ? value : `${json.slice(0, 500)}…`;
};

/** Who, what, from where, on whose behalf, with which key; of the input only what the contract says may be kept. */
export function auditEntry({
  actor,
  contract,
  input,
  notes,
  problems,
  request,
}: Facts): Omit<AuditEntry, "outcome" | "problem"> {
  const fields = [...pathFields(contract.path), ...contract.records].filter((name) => input[name] !== undefined);
  const subject = notes.find((note) => note.subject !== undefined)?.subject;
  return {
    ...actorFacts(actor),
    organisation: behalf(actor, input, notes),
    operation: contract.name,
    subjectKind: subject?.kind ?? null,
    subject: subject?.id ?? null,
    address: request.address,
    request: request.id,
    marking: notes.find(({ marking }) => marking !== undefined)?.marking ?? null,
    details: {
      ...Object.fromEntries(fields.map((name) => [name, kept(input[name])])),
      ...Object.assign({}, ...notes.map(({ details }) => details ?? {})),
      ...(problems.length > 0 ? { problems: [...new Set(problems)] } : {}),
    },
  };
}
