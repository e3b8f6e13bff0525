import { appointing } from "./capabilities/approvals/appointing.ts";
import type { AnyApprovable } from "./capabilities/approvals/index.ts";
import { removing } from "./capabilities/approvals/removing.ts";
import { exporting } from "./capabilities/bundles/index.ts";
import { widening } from "./capabilities/sharing/widening.ts";
import { removeOrganisationIn } from "./removal.ts";

/** Everything that waits for a second person. A new kind is one declaration and one line here. */
export const approvable: readonly AnyApprovable[] = [
  appointing,
  widening,
  exporting,
  removing(({ database }, organisation) => removeOrganisationIn(database, organisation)),
];
