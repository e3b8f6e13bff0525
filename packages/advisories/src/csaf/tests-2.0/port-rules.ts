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

/** CSAF 2.0, sections 6.3.6 to 6.3.8: the same tests as in 2.1. The library's own go to the network and to hunspell. */
export const portRules: SlowCsafRule[] = [nonSelfUrls, selfUrls, spelling].map((rule) => ({
  ...rule,
  checkSlowly: async (document, ports) => (await rule.checkSlowly(asVersion21(document), ports)).map(asVersion20),
}));
