import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { tlpLabel } from "./shared/document.ts";
import { hasUnregisteredBase, ssvcSelections } from "./shared/ssvc-namespace.ts";

/** Section 6.2.35. */
export const rule: CsafRule = {
  id: "6.2.35",
  group: "recommended",
  title: "Usage of Unregistered SSVC Decision Point Base Namespace in TLP:CLEAR Document",
  check: (document) =>
    tlpLabel(document) !== "CLEAR"
      ? []
      : ssvcSelections(document)
          .filter(({ namespace }) => hasUnregisteredBase(namespace))
          .map(({ path, namespace }) => ({
            path: `${path}/namespace`,
            message: `namespace ${quote(namespace.base)} is unregistered: readers of a TLP:CLEAR document may not know it`,
          })),
};
