import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { tlpLabel } from "./shared/document.ts";
import { hasExtension, ssvcSelections } from "./shared/ssvc-namespace.ts";

/** Section 6.2.36. */
export const rule: CsafRule = {
  id: "6.2.36",
  group: "recommended",
  title: "Usage of SSVC Decision Point Namespace with Extension in TLP:CLEAR Document",
  check: (document) =>
    tlpLabel(document) !== "CLEAR"
      ? []
      : ssvcSelections(document)
          .filter(({ namespace }) => hasExtension(namespace))
          .map(({ path, namespace }) => ({
            path: `${path}/namespace`,
            message: `namespace ${quote(namespace.full)} has an extension: readers of a TLP:CLEAR document may not know it`,
          })),
};
