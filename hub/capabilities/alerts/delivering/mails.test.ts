import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { startSmtp } from "../../../../testing/smtp.ts";
import { emailOf } from "./email.ts";
import { parcelOf, someAlert } from "./testing/parcel.ts";
import { deliveryWorld } from "./testing/world.ts";

const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: ((?:.|\\r?\\n[ \\t])*)`, "im")
    .exec(raw)?.[1]
    ?.replace(/\r?\n[ \t]/g, " ")
    .trim() ?? "";

onBothDatabases(
  "an alert arrives by mail, in its reader's language, and updates belong to it",
  async (database, context) => {
    const smtp = await startSmtp();
    // Not waited for: it ends when the hub has let go of it.
    context.after(() => void smtp.close());
    const world = await deliveryWorld(database, context, { environment: { BONGSU_SMTP_URL: smtp.url } });
    const alert = await world.alert({ title: "core 외 2개 자산: CVE-2026-1에 노출", body: "무엇인지.\n할 일." });
    const to = { alerts: [alert], channel: "email", person: world.admin.id, recipient: "kim@bank.example.kr" };
    const first = await world.deliver(to);
    await world.settle();
    const second = await world.deliver({ ...to, notice: "reminder", language: "en" });
    await world.settle();
    const [one, two] = smtp.received;
    assert.ok(one !== undefined && two !== undefined && smtp.received.length === 2);
    assert.deepEqual(one.to, ["kim@bank.example.kr"]);
    assert.equal(one.subject, "[즉시 조치] bank · core 외 2개 자산: CVE-2026-1에 노출 (11월 27일까지)");
    assert.match(two.subject, /^\[Immediate · Reminder\] bank · .* \(by 27 Nov\)$/);
    assert.match(one.text, /무엇인지\.\n할 일\./);
    assert.match(one.text, /TLP:AMBER\+STRICT/);
    assert.match(one.text, /https:\/\/hub\.example\.kr\/exposures\/CVE-2026-1/);
    assert.equal(headerOf(one.raw, "Auto-Submitted"), "auto-generated");
    assert.equal(headerOf(one.raw, "List-Unsubscribe"), "<https://hub.example.kr/alerts/preferences>");
    assert.match(headerOf(one.raw, "References"), /^<[0-9a-f]{40}@hub\.example\.kr>$/);
    assert.equal(headerOf(one.raw, "References"), headerOf(two.raw, "References"), "one thread");
    assert.notEqual(headerOf(one.raw, "Message-ID"), headerOf(two.raw, "Message-ID"));
    assert.deepEqual([(await world.show(first)).state, (await world.show(second)).state], ["delivered", "delivered"]);
  },
);

onBothDatabases(
  "who has left gets nothing; without a mail server nothing counts as delivered",
  async (database, context) => {
    const world = await deliveryWorld(database, context);
    const leaver = await world.person("Park", [{ of: world.bank, role: "analyst" }]);
    const mail = { channel: "email", recipient: "park@bank.example.kr" };
    const here = await world.deliver({ ...mail, person: leaver.id });
    await world.settle();
    assert.deepEqual(
      [(await world.show(here)).state, (await world.show(here)).problem],
      ["failed", "alerts.no-mail-server"],
    );
    await sql`delete from membership where person = ${leaver.id}`.execute(database.kysely);
    const gone = await world.deliver({ ...mail, person: leaver.id });
    await world.settle();
    assert.deepEqual(
      [(await world.show(gone)).state, (await world.show(gone)).problem],
      ["failed", "alerts.recipient-left"],
    );
  },
);

onBothDatabases(
  "a mail server that is away is tried again; a recipient that is refused is not",
  async (database, context) => {
    const world = await deliveryWorld(database, context, { environment: { BONGSU_SMTP_URL: "smtp://127.0.0.1:1" } });
    const away = await world.deliver({ channel: "email", recipient: "a@bank.example.kr" });
    const wrong = await world.deliver({ channel: "email", recipient: "no address" });
    await world.settle();
    const waiting = await world.show(away);
    assert.deepEqual([waiting.state, waiting.problem], ["waiting", "mail.unreachable"]);
    assert.ok(Date.parse(waiting.dueAt) > world.clock.now().getTime());
    assert.deepEqual(
      [(await world.show(wrong)).state, (await world.show(wrong)).problem],
      ["failed", "mail.bad-address"],
    );
  },
);

const url = "https://hub.example.kr";

test("a digest counts what it holds, by urgency, and says what is due next", () => {
  const alerts = Array.from({ length: 30 }, (_, index) => ({
    ...someAlert,
    id: String(index),
    urgency: index % 4,
    title: { en: `Alert ${index}`, ko: `알림 ${index}` },
    dueAt: new Date(Date.UTC(2026, 10, 50 - index)),
    state: index === 29 ? ("settled" as const) : ("open" as const),
  }));
  const { subject, text, html } = emailOf(url, parcelOf(alerts, { notice: "digest" }));
  assert.equal(subject, "[모아 보기] 한빛은행 · 알림 30건 (즉시 조치 7, 우선 조치 7, 정기 조치 7, 보류 8)");
  assert.match(text, /다가오는 기한:\n\n11월 22일: 알림 28\n11월 23일: 알림 27\n11월 24일: 알림 26\n/);
  assert.match(text, /즉시 조치 \(7\)\n- 알림 3 /);
  assert.match(text, /해소됨 \(1\)\n- 알림 29\n/);
  assert.ok(html.indexOf("즉시 조치 (7)") < html.indexOf("보류 (8)"));
  const more = emailOf(
    url,
    parcelOf(alerts, { notice: "digest", alerts: Array(500).fill("x"), counts: [0, 0, 0, 471] }),
  );
  assert.match(more.text, /즉시 조치 \(471\)/);
  assert.match(more.text, /그 밖에 464건/);
});

const tagsOf = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.split(/[\s>]/)[0]);

test("whatever an alert says, its letter has the same elements and leads to the hub alone", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 50 }),
    fc.constantFrom(
      "<script>x</script>",
      "</style><img src=https://evil.example/x.png>",
      "\"><a href='https://evil.example'>",
      "&lt;",
      "x\r\nBcc: a@b.kr",
    ),
  );
  const of = (title: string, body: string, name: string, link: string) =>
    emailOf(
      url,
      parcelOf([{ ...someAlert, title: { en: title, ko: title }, body: { en: body, ko: body }, link }], {
        organisationName: { en: name, ko: name },
      }),
    );
  const plain = tagsOf(of("t", "b", "n", "/x").html);
  fc.assert(
    fc.property(words, words, words, fc.oneof(words, fc.webUrl()), (title, body, name, link) => {
      const { html, subject } = of(
        title.replaceAll("\n", " "),
        body.replaceAll("\n", " "),
        name.replaceAll("\n", " "),
        link,
      );
      assert.deepEqual(tagsOf(html), plain);
      assert.doesNotMatch(html, /<(img|link|script|iframe)|url\(|@import/i);
      for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g))
        assert.equal(new URL(href.replaceAll("&amp;", "&")).origin, url);
      assert.doesNotMatch(subject, /[\r\n]/);
    }),
  );
});
