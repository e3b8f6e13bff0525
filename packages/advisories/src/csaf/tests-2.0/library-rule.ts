import type { RuleFinding, RuleGroup, SlowCsafRule } from "../rule.ts";
import { elements, isObject, isText, member } from "../tests-2.1/shared/json.ts";

/** The library gives `{ isValid, errors, warnings, infos }`, at once or later; which of them depends on the group. */
type LibraryTest = (document: unknown) => unknown;

function findingsOf(result: unknown): RuleFinding[] {
  const found = ["errors", "warnings", "infos"]
    .flatMap((kind) => elements(member(result, kind)))
    .map((finding) => {
      const [path, message] = [member(finding, "instancePath"), member(finding, "message")];
      return { path: isText(path) ? path : "", message: isText(message) ? message : "fails the test" };
    });
  if (found.length > 0 || member(result, "isValid") !== false) return found;
  return [{ path: "", message: "the document fails the test" }];
}

/**
 * A test of the library as a rule. What the library cannot read (it expects what the schema promises) is told as not
 * judged, where the library throws.
 */
export function libraryRule(id: string, group: RuleGroup, title: string, test: LibraryTest): SlowCsafRule {
  const unread = new WeakSet<object>();
  return {
    id,
    group,
    title,
    async checkSlowly(document) {
      try {
        return findingsOf(await test(document));
      } catch {
        if (isObject(document)) unread.add(document);
        return [];
      }
    },
    unjudged(document) {
      if (!isObject(document) || !unread.has(document)) return [];
      return [{ path: "", message: "the test cannot read a document of this form" }];
    },
  };
}
