import type { Operation } from "../../../kernel/index.ts";
import type { Kinds } from "../decide.ts";
import { appointAdministrator } from "./appoint-administrator.ts";
import { decisions } from "./decisions.ts";
import { readings } from "./reading.ts";
import { removeOrganisation } from "./remove-organisation.ts";

/** Consent, and what needs it among members; `kinds` is every kind of the house, in an explicit list. */
export const approvalOperations = (kinds: Kinds): readonly Operation[] => [
  ...readings(kinds),
  ...decisions(kinds),
  appointAdministrator,
  removeOrganisation,
];
