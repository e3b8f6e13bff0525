import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutTo, inert } from "./inert.ts";
import { slackBody } from "./slack.ts";
import { teamsBody } from "./teams.ts";
import { parcelOf, someAlert } from "./testing/parcel.ts";

const url = "https://hub.example.kr";

/** What publishers of advisories may write. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.tuple(fc.string({ unit: "grapheme", maxLength: 10 }), fc.nat(400)).map(([text, times]) => text.repeat(times)),
  fc.constantFrom(
    "<!channel> <!here> <!everyone> <@U012AB3CD> <!subteam^SAZ94GDB8>",
    "@here @channel @everyone @all",
    "<https://evil.example|Sign in> [Sign in](https://evil.example) www.evil.example mailto:a@evil.example",
    "<at>everyone</at> {{DATE(2026-01-01T00:00:00Z)}} **bold** ~~x~~ `code`",
    "&amp;&lt;!channel&gt;",
  ),
);

const parcels = fc
  .record({
    texts: fc.array(fc.tuple(hostile, hostile), { maxLength: 30 }),
    name: hostile,
    language: fc.constantFrom("en" as const, "ko" as const),
    notice: fc.constantFrom("raised" as const, "reminder" as const, "digest" as const, "settled" as const),
  })
  .map(({ texts, name, language, notice }) =>
    parcelOf(
      texts.map(([title, body], index) => ({
        ...someAlert,
        id: String(index),
        urgency: index % 4,
        title: { en: title, ko: title },
        body: { en: body, ko: body },
      })),
      { organisationName: { en: name, ko: name }, language, notice },
    ),
  );

/** Every string in a document, with the name under which it stands. */
function* stringsOf(value: unknown, name = ""): Generator<[string, string]> {
  if (typeof value === "string") yield [name, value];
  else if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) yield* stringsOf(inner, Array.isArray(value) ? name : key);
  }
}

const activeInChats = /@[\p{L}\p{N}_]|:\/\/|\]\(|www\.|mailto:/iu;

test("a Slack message keeps Block Kit's limits and holds no mention and no link but its button", () => {
  fc.assert(
    fc.property(parcels, (parcel) => {
      const message = JSON.parse(slackBody(url, parcel));
      assert.ok(message.blocks.length <= 50 && message.text.length <= 3_000);
      for (const block of message.blocks) {
        const text = block.text?.text ?? block.elements[0].text?.text ?? block.elements[0].text;
        assert.ok(text.length >= 1 && text.length <= (block.type === "header" ? 150 : 3_000));
        if (block.text?.type === "mrkdwn") assert.equal(block.text.verbatim, true);
      }
      for (const [name, text] of stringsOf(message)) {
        if (name === "url") assert.ok(text.startsWith(`${url}/`));
        else assert.ok(!/[<>]/.test(text) && !/&(?!(amp|lt|gt);)/.test(text) && !activeInChats.test(text), text);
      }
    }),
    { numRuns: 100 },
  );
});

test("a Teams message is an adaptive card of at most 28 kB, and knows no Markdown", () => {
  fc.assert(
    fc.property(parcels, (parcel) => {
      const body = teamsBody(url, parcel);
      assert.ok(Buffer.byteLength(body) <= 28_000, String(Buffer.byteLength(body)));
      const message = JSON.parse(body);
      const [{ contentType, content }] = message.attachments;
      assert.deepEqual(
        [message.type, contentType, content.type, content.version],
        ["message", "application/vnd.microsoft.card.adaptive", "AdaptiveCard", "1.4"],
      );
      assert.equal(content.msteams.entities, undefined);
      assert.ok(!body.includes('"TextBlock"') && !body.includes('"Fact'));
      for (const [name, text] of stringsOf(content)) {
        if (name === "url") assert.ok(text.startsWith(`${url}/`));
        else if (name === "text") assert.ok(!activeInChats.test(text), text);
      }
    }),
    { numRuns: 100 },
  );
});

test("a message for people says how urgent it is, for whom, what, and by when", () => {
  const slack = JSON.parse(slackBody(url, parcelOf([someAlert])));
  assert.equal(slack.text, "[즉시 조치] 한빛은행 · core 외 2개 자산: CVE-2026-1234에 노출 (11월 27일까지)");
  assert.equal(slack.blocks[0].text.text, "[즉시 조치] 한빛은행");
  assert.match(
    slack.blocks[1].text.text,
    /^\*core 외 2개 자산: CVE-2026-1234에 노출 \(11월 27일까지\)\*\n무엇인지\.\n할 일\.$/,
  );
  assert.equal(slack.blocks.at(-1).elements[0].url, `${url}/exposures/CVE-2026-1234`);
  const teams = JSON.parse(teamsBody(url, parcelOf([someAlert], { language: "en", notice: "reminder" })));
  const { content } = teams.attachments[0];
  assert.equal(content.body[0].style, "attention");
  assert.equal(content.body[0].items[0].inlines[0].text, "[Immediate · Reminder] Hanbit Bank");
  assert.equal(content.actions[0].url, `${url}/exposures/CVE-2026-1234`);
});

test("a link that leads elsewhere leads to the hub", () => {
  for (const link of ["https://evil.example/x", "//evil.example", "javascript:alert(1)", "\\\\evil.example"]) {
    const { blocks } = JSON.parse(slackBody(url, parcelOf([{ ...someAlert, link }])));
    assert.equal(new URL(blocks.at(-1).elements[0].url).origin, url, link);
  }
});

test("cutting keeps whole characters and escapes, within the limit", () => {
  const written = (character: string) => (character === "&" ? "&amp;" : character);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.nat(30), (text, most) => {
      const cut = cutTo(text, most, written);
      assert.ok(cut.length <= most && cut.isWellFormed() && !/&(?!amp;)/.test(cut));
      assert.ok(cut.endsWith("…") || most === 0 || cut === [...text].map(written).join(""));
    }),
  );
  assert.equal(inert("a\u0007b\u202ec"), "abc");
});
