import type { AnyCsafRule, RuleFinding } from "../rule.ts";
import { isObject, member } from "../tests-2.1/shared/json.ts";

function scoreAsMetric(score: unknown): unknown {
  if (!isObject(score)) return score;
  const { products, ...content } = score;
  return { products, content };
}

function vulnerability(value: unknown): unknown {
  const scores = member(value, "scores");
  return isObject(value) && Array.isArray(scores) ? { ...value, metrics: scores.map(scoreAsMetric) } : value;
}

/** A 2.0 document as the tests of 2.1 read it: relationships are product paths there, and scores are metrics. */
function asVersion21(document: unknown): unknown {
  if (!isObject(document)) return document;
  const [tree, vulnerabilities] = [member(document, "product_tree"), member(document, "vulnerabilities")];
  return {
    ...document,
    ...(isObject(tree) && { product_tree: { ...tree, product_paths: member(tree, "relationships") } }),
    ...(Array.isArray(vulnerabilities) && { vulnerabilities: vulnerabilities.map(vulnerability) }),
  };
}

const asVersion20 = ({ path, message }: RuleFinding): RuleFinding => ({
  path: path
    .replace(/^\/product_tree\/product_paths(?=\/)/, "/product_tree/relationships")
    .replace(/^(\/vulnerabilities\/\d+)\/metrics(\/\d+)\/content/, "$1/scores$2"),
  message,
});

/** A test of 2.1 for documents of 2.0, where the two versions ask for the same. */
export function forVersion20(rule: AnyCsafRule): AnyCsafRule {
  return "check" in rule
    ? { ...rule, check: (document) => rule.check(asVersion21(document)).map(asVersion20) }
    : {
        ...rule,
        checkSlowly: async (document, ports) => (await rule.checkSlowly(asVersion21(document), ports)).map(asVersion20),
      };
}
