import type { RuleFinding, SlowCsafRule } from "../rule.ts";
import { elements, isObject, isText, member } from "../tests-2.1/shared/json.ts";
import { groupOf } from "./group.ts";

/** The library's folder of a group, and how it begins the names of its tests. */
const folders = {
  mandatory: "mandatoryTest",
  recommended: "optionalTest",
  informative: "informativeTest",
} as const;

/** The library gives `{ isValid, errors, warnings, infos }`, at once or later; which of them depends on the group. */
type LibraryTest = (document: unknown) => unknown;

/** Each of the library's tests compiles what it expects of a document when it is loaded: only those that run are. */
async function load(id: string): Promise<LibraryTest> {
  const kind = folders[groupOf(id)];
  const name = `${kind}_${id.replaceAll(".", "_")}`;
  const { default: test } = await import(`@secvisogram/csaf-validator-lib/lib/${kind}s/${name}.js`);
  return test;
}

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
 * A test of the library as a rule. Where the library cannot read a document (it expects what the schema promises) it
 * throws; the rule then has no findings, and tells the document as not judged.
 */
export function libraryRule(id: string, title: string): SlowCsafRule {
  const unread = new WeakSet<object>();
  let loaded: Promise<LibraryTest> | undefined;
  return {
    id,
    group: groupOf(id),
    title,
    async checkSlowly(document) {
      loaded ??= load(id);
      const test = await loaded;
      try {
        return findingsOf(await test(document));
      } catch {
        if (isObject(document)) unread.add(document);
        return [];
      }
    },
    unjudged(document) {
      if (isObject(document) && !unread.has(document)) return [];
      return [{ path: "", message: "the test cannot read a document of this form" }];
    },
  };
}
