import assert from "node:assert/strict";
import { test } from "node:test";
import { named, read, refusal, told } from "../testing/reading.ts";

const namespace = "http://cyclonedx.org/schema/bom/1.4";
const bom = (content: string): string => `<?xml version="1.0"?>\n<bom xmlns="${namespace}">${content}</bom>`;
const component = (content: string): string =>
  bom(`<components><component type="library">${content}</component></components>`);

test("1.0 and 1.1, with the extension for dependencies", async () => {
  const sbom =
    await read(`<bom xmlns="http://cyclonedx.org/schema/bom/1.1" xmlns:dg="http://cyclonedx.org/schema/ext/dependency-graph/1.0" version="3">
    <components>
      <component type="library" bom-ref="a"><name>a</name><version>1</version><purl>pkg:npm/a@1</purl><modified>false</modified></component>
      <component type="library" bom-ref="b"><name>b</name><version>1</version></component>
    </components>
    <dg:dependencies><dg:dependency ref="a"><dg:dependency ref="b"/></dg:dependency></dg:dependencies>
  </bom>`);
  assert.deepEqual(told(sbom.problems), []);
  assert.deepEqual([sbom.header.specVersion, sbom.header.revision], ["1.1", 3]);
  assert.deepEqual(
    sbom.dependencies,
    [
      { kind: "depends-on", from: "a", to: ["b"] },
      { kind: "depends-on", from: "b", to: [] },
    ].slice(0, 1),
  );
});

test("a prefix for the namespace, and elements of other namespaces", async () => {
  const sbom = await read(
    `<b:bom xmlns:b="${namespace}" xmlns:x="urn:x"><b:components><x:components><x:component/></x:components><b:component type="library"><b:name>a</b:name><x:name>x</x:name></b:component></b:components></b:bom>`,
  );
  assert.deepEqual(
    sbom.components.map(({ name }) => name),
    ["a"],
  );
});

test("dependencies within dependencies", async () => {
  const names = ["a", "b", "c"].map(
    (ref) => `<component type="library" bom-ref="${ref}"><name>${ref}</name></component>`,
  );
  const { dependencies } = await read(
    bom(
      `<components>${names.join("")}</components><dependencies><dependency ref="a"><dependency ref="b"><dependency ref="c"/></dependency></dependency></dependencies>`,
    ),
  );
  assert.deepEqual(dependencies, [
    { kind: "depends-on", from: "a", to: ["b"] },
    { kind: "depends-on", from: "b", to: ["c"] },
  ]);
});

test("licences in every form", async () => {
  const { components, problems } = await read(
    component(
      `<name>a</name><licenses><license><id>MIT</id><text content-type="text/plain">…</text></license><expression>A OR B</expression><expression-detailed expression="C AND D"><details license-identifier="C"/></expression-detailed></licenses>`,
    ),
  );
  assert.deepEqual(components[0]?.licenses, ["MIT", "A OR B", "C AND D"]);
  assert.deepEqual(problems, []);
});

test("elements that may stand several times and are not read", async () => {
  const { problems, header } = await read(
    bom(
      "<metadata><lifecycles><lifecycle><phase>build</phase></lifecycle><lifecycle/></lifecycles><authors><author><name>a</name></author><author><name>b</name></author></authors><component type='library'><name>x</name><evidence><occurrences><occurrence/><occurrence/></occurrences></evidence><tags><tag>a</tag><tag>b</tag></tags></component></metadata>",
    ),
  );
  assert.deepEqual([told(problems), header.subject?.name], [[], "x"]);
});

test("an element that may stand once and stands twice", async () => {
  const sbom = await read(component("<name>a</name><name>b</name>"));
  assert.deepEqual(
    [sbom.components[0]?.name, told(sbom.problems)],
    ["a", ["sbom.xml-twice /bom/components/component[1]"]],
  );
});

test("places are told by line and XPath", async () => {
  const { problems } = await read(
    bom(`\n<components>\n  <component type="libary">\n<name>a</name></component></components>`),
  );
  const [problem] = problems;
  assert.deepEqual(
    [problem?.code, problem?.place.line, problem?.place.path],
    ["sbom.unknown-value", 4, "/bom/components/component[1]/type"],
  );
});

test("document types are refused, with whatever entities they define", async () => {
  const bombs = [
    '<!DOCTYPE bom [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE bom [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE bom SYSTEM "http://example.org/evil.dtd">',
    "<!DOCTYPE bom>",
  ];
  for (const bomb of bombs) {
    const problem = await refusal(`<?xml version="1.0"?>\n${bomb}\n<bom xmlns="${namespace}"/>`);
    assert.deepEqual([problem.code, problem.place.line], ["sbom.xml-doctype", 2], bomb);
  }
  const { code, place } = await refusal(component("<name>&xxe;</name>"), { file: "a.xml" });
  assert.deepEqual([code, place.file, place.line], ["sbom.xml", "a.xml", 2]);
});

test("entities of XML itself, and character references", async () => {
  const sbom = await read(component("<name>a&lt;&#xD55C;&#44544;&amp;</name>"));
  assert.equal(sbom.components[0]?.name, "a<한글&");
});

test("XML that is not well formed, cut off, or something else", async () => {
  const cases: [string, string][] = [
    [component("<name>a</nam>"), "sbom.xml"],
    [component("<name a='1' a='2'>a</name>"), "sbom.xml"],
    [`${bom("")}<more/>`, "sbom.xml"],
    [bom("<components>").slice(0, -6), "sbom.truncated"],
    [component("<name>a</name>").slice(0, 90), "sbom.truncated"],
    ['<?xml version="1.0"?>\n', "sbom.truncated"],
    ["<html/>", "sbom.unknown-format"],
    ['<bom xmlns="http://cyclonedx.org/schema/bom/other"/>', "sbom.unknown-format"],
    ["<bom/>", "sbom.unknown-format"],
  ];
  for (const [text, code] of cases) assert.equal((await refusal(text)).code, code, text);
});

test("limits: depth, size of one component, size of the document", async () => {
  const deep = `${"<components><component type='library'><name>x</name>".repeat(300)}${"</component></components>".repeat(300)}`;
  assert.equal((await refusal(bom(deep))).code, "sbom.xml-too-deep");
  const large = component(`<name>a</name><description>${"x".repeat(3000)}</description>`);
  assert.equal((await refusal(large, { maxValueBytes: 1000 })).code, "sbom.text-too-large");
  assert.equal(
    (await refusal(bom(`<!-- ${"x".repeat(600_000)}`), { maxValueBytes: 1000 })).code,
    "sbom.text-too-large",
  );
  assert.equal((await refusal(large, { maxBytes: 1000 })).code, "sbom.too-large");
});

test("a text of 10 MB, and names that reach for the prototype", async () => {
  const long = "x".repeat(10_000_000);
  const sbom = await read(
    component(`<name>${long}</name><__proto__><polluted>yes</polluted></__proto__><constructor>c</constructor>`),
  );
  assert.equal(sbom.components[0]?.name.length, long.length);
  assert.equal(Reflect.get({}, "polluted"), undefined);
  const raw = await read(
    bom("<vulnerabilities><vulnerability><id>V</id><__proto__>x</__proto__></vulnerability></vulnerabilities>"),
  );
  assert.deepEqual(Object.keys(Object(raw.vulnerabilities[0])), ["id", "__proto__"]);
});

test("encodings: by mark, by declaration; bytes that do not fit are refused", async () => {
  const text =
    '<?xml version="1.0" encoding="ENC"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component type="library"><name>é</name></component></components></bom>';
  const latin = Uint8Array.from(text.replace("ENC", "ISO-8859-1"), (character) => character.charCodeAt(0));
  const units = Uint16Array.from(`\ufeff${text.replace("ENC", "UTF-16")}`, (character) => character.charCodeAt(0));
  for (const bytes of [latin, new Uint8Array(units.buffer)])
    assert.equal(named(await read(bytes), "é").type, "library");
  const wrong = Uint8Array.from(text.replace("ENC", "UTF-8"), (character) => character.charCodeAt(0));
  assert.equal((await refusal(wrong)).code, "sbom.encoding");
  assert.equal((await refusal(text.replace("ENC", "EBCDIC-X"))).code, "sbom.unsupported-format");
});

test("dependencies may name elements that are no components", async () => {
  const { problems } = await read(
    `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">
      <metadata><tools><components><component type="application" bom-ref="scanner"><name>s</name></component></components></tools></metadata>
      <components><component type="library" bom-ref="a"><name>a</name></component></components>
      <dependencies><dependency ref="a"><provides ref="rule-1"/><dependency ref="scanner"/></dependency></dependencies>
      <definitions><standards><standard bom-ref="rules"><requirements><requirement bom-ref="rule-1"/></requirements></standard></standards></definitions>
    </bom>`,
  );
  assert.deepEqual(told(problems), ["sbom.not-read"]);
});
