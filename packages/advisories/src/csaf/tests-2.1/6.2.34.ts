import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { hasRegisteredBase, ssvcSelections } from "./shared/ssvc-namespace.ts";

/** Section 6.2.34. */
export const rule: CsafRule = {
  id: "6.2.34",
  group: "recommended",
  title: "Usage of Unknown SSVC Decision Point Base Namespace",
  check: (document) =>
    ssvcSelections(document)
      .filter(({ namespace }) => !hasRegisteredBase(namespace))
      .map(({ path, namespace }) => ({
        path: `${path}/namespace`,
        message: `no namespace ${quote(namespace.base)} is registered`,
      })),
};
