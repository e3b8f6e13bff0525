import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { tlpLabel } from "./shared/document.ts";
import { hasUnregisteredBase, ssvcSelections } from "./shared/ssvc-namespace.ts";

/** Section 6.3.14. */
export const rule: CsafRule = {
  id: "6.3.14",
  group: "informative",
  title: "Usage of Unregistered SSVC Decision Point Base Namespace in Non-TLP:CLEAR Document",
  check: (document) =>
    tlpLabel(document) === "CLEAR"
      ? []
      : ssvcSelections(document)
          .filter(({ namespace }) => hasUnregisteredBase(namespace))
          .map(({ path, namespace }) => ({
            path: `${path}/namespace`,
            message: `namespace ${quote(namespace.base)} is unregistered: readers may not know it`,
          })),
};
