import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { letter } from "./letter.ts";

test("a letter reads alike as text and as a page", () => {
  const { subject, text, html } = letter({
    subject: "봉수 초대",
    lines: ["초대되었습니다.", "두 줄\n입니다."],
    button: { label: "수락", url: "https://hub.example.kr/invitations/a?b=c&d=e" },
    language: "ko",
  });
  assert.equal(subject, "봉수 초대");
  assert.equal(text, "초대되었습니다.\n\n두 줄\n입니다.\n\n수락:\nhttps://hub.example.kr/invitations/a?b=c&d=e\n");
  assert.match(html, /<html lang="ko">/);
  assert.match(html, /두 줄<br>입니다\./);
  assert.match(html, /href="https:\/\/hub\.example\.kr\/invitations\/a\?b=c&amp;d=e"/);
});

/** The page's tags, in order. */
const tagsOf = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.split(/[\s>]/)[0]);

test("whatever the words hold, the page has the same elements", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "<script>alert(1)</script>",
      "</title><img src=x onerror=y>",
      "\"><a href='x'>",
      "<!--",
      "]]>",
      "&lt;",
    ),
  );
  const plain = tagsOf(letter({ subject: "s", lines: ["l"], button: { label: "b", url: "https://a.example/" } }).html);
  fc.assert(
    fc.property(words, words, words, (subject, line, label) => {
      const line1 = line.replaceAll("\n", " ");
      const { html } = letter({ subject, lines: [line1], button: { label, url: "https://a.example/" } });
      assert.deepEqual(tagsOf(html), plain);
    }),
  );
});

test("a button leads to the web and nowhere else", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "no address"]) {
    assert.throws(() => letter({ subject: "s", lines: [], button: { label: "b", url } }), TypeError);
  }
  const { html } = letter({
    subject: "s",
    lines: [],
    button: { label: "b", url: "https://a.example/\"onmouseover='x'" },
  });
  assert.doesNotMatch(html, /"onmouseover|'x'/);
});

test("what turns the direction of writing is left out", () => {
  const { text, subject } = letter({ subject: "a\u202eb", lines: ["x\u2066y\u0007z"] });
  assert.deepEqual([subject, text], ["ab", "xyz\n"]);
});
