import { type Actor, heldBy, holdsInHub } from "../../../kernel/index.ts";
import type { AuditScope } from "../query.ts";

/** A hub auditor reads everything; an organisation's administrator what was done on behalf of his organisations. */
export const scopeOf = (actor: Actor): AuditScope =>
  holdsInHub(actor, "auditor")
    ? "everything"
    : {
        organisations: heldBy(actor)
          .filter(({ role }) => role === "organisation-administrator")
          .map(({ organisation }) => organisation),
      };
