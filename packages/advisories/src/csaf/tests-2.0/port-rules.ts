import type { RuleFinding, SlowCsafRule } from "../rule.ts";
import { rule as nonSelfUrls } from "../tests-2.1/6.3.6.ts";
import { rule as selfUrls } from "../tests-2.1/6.3.7.ts";
import { rule as spelling } from "../tests-2.1/6.3.8.ts";
import { isObject, member } from "../tests-2.1/shared/json.ts";

/** A 2.0 document as the 2.1 tests read it: what 2.1 has as product paths, 2.0 has as relationships. */
function asVersion21(document: unknown): unknown {
  const tree = member(document, "product_tree");
  if (!isObject(document) || !isObject(tree)) return document;
  return { ...document, product_tree: { ...tree, product_paths: member(tree, "relationships") } };
}

const asVersion20 = ({ path, message }: RuleFinding): RuleFinding => ({
  path: path.replace(/^\/product_tree\/product_paths(?=\/)/, "/product_tree/relationships"),
  message,
});

/** A test of CSAF 2.1 for documents of 2.0. The library's own go to the network and to hunspell by themselves. */
const forVersion20 = (rule: SlowCsafRule): SlowCsafRule => ({
  ...rule,
  checkSlowly: async (document, ports) => (await rule.checkSlowly(asVersion21(document), ports)).map(asVersion20),
});

/** CSAF 2.0, section 6.3.6. */
export const rule6_3_6 = forVersion20(nonSelfUrls);

/** CSAF 2.0, section 6.3.7. */
export const rule6_3_7 = forVersion20(selfUrls);

/** CSAF 2.0, section 6.3.8. */
export const rule6_3_8 = forVersion20(spelling);
