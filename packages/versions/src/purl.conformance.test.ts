import assert from "node:assert/strict";
import { test } from "node:test";
import { readDataZip, skipWithout } from "../../../tests/data.ts";
import { canonicalPurl, formatPurl, type Purl, type PurlParts, parsePurl } from "./purl.ts";

/** One case of the conformance tests of package-url/purl-spec. */
interface PurlCase {
  description: string;
  test_type: "parse" | "build" | "validate";
  input: unknown;
  expected_output?: unknown;
  expected_failure: boolean;
}

const archive = "purl/purl-spec-tests.zip";

/** What each kind of case asks of us: parts of a text, a text of parts, the canonical form of a text. */
const run = {
  parse: (input: unknown): Purl => parsePurl(input as string),
  build: (input: unknown): string => formatPurl(input as PurlParts),
  validate: (input: unknown): string => canonicalPurl(input as string),
};

test("the conformance tests of the package URL specification", { skip: skipWithout(archive) }, async (t) => {
  let count = 0;
  for (const [path, bytes] of readDataZip(archive)) {
    const cases = path.endsWith("-test.json") ? JSON.parse(new TextDecoder().decode(bytes)).tests : [];
    count += cases.length;
    await t.test(path.replace(/^.*tests\//, ""), () => {
      for (const one of cases as PurlCase[]) judge(one);
    });
  }
  assert.equal(count, 586);
});

function judge({ description, test_type, input, expected_output, expected_failure }: PurlCase): void {
  const label = `${test_type} ${JSON.stringify(input)}: ${description}`;
  if (expected_failure) {
    assert.throws(() => run[test_type](input), { name: "BongsuError", code: "versions.invalid-purl" }, label);
  } else {
    assert.deepEqual(run[test_type](input), expected_output, label);
  }
}
