import type { CsafRule } from "../rule.ts";
import { tlpLabel } from "./shared/document.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.30. */
export const rule: CsafRule = {
  id: "6.2.30",
  group: "recommended",
  title: "Usage of Sharing Group on TLP:CLEAR",
  check: (document) =>
    tlpLabel(document) !== "CLEAR"
      ? []
      : select(document, "$.document.distribution.sharing_group").map(({ path }) => ({
          path,
          message: "the document is TLP:CLEAR and names a sharing group",
        })),
};
