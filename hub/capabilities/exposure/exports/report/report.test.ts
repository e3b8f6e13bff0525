import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothDatabases } from "../../../../../testing/databases.ts";
import { readPdf } from "../testing/read-pdf.ts";
import { exported, exposedWorld } from "../testing/world.ts";
import type { Occasion, OrganisationFacts, Standing } from "./facts.ts";
import { loadFonts } from "./fonts.ts";
import { organisationReport } from "./organisation-report.ts";
import { situationOf } from "./situation.ts";
import { sayIn } from "./words.ts";

type World = Awaited<ReturnType<typeof exposedWorld>>;

async function report(hub: World, query: string, by: { key?: string; cookie?: string } = { key: hub.keys.bank }) {
  const response = await fetch(`${hub.address}/api/v1/exposure-reports/pdf?${query}`, {
    headers: {
      ...(by.key === undefined ? {} : { authorization: `Bearer ${by.key}` }),
      ...(by.cookie === undefined ? {} : { cookie: by.cookie }),
    },
  });
  assert.equal(response.status, 200, query);
  assert.equal(response.headers.get("content-type"), "application/pdf");
  return readPdf(await response.bytes());
}

onBothDatabases("an organisation's report says what to do, in both languages", async (database, context) => {
  const hub = await exposedWorld(database, context);
  const english = await report(hub, "organisation=bank&language=en");
  const [first = ""] = english.pages;
  assert.match(first, /Exposure report: bank/);
  assert.match(first, /20 November 2026 09:00 · times in Asia\/Seoul \(UTC\+09:00\)/);
  assert.match(
    first,
    /bank must act on \d vulnerabilit(y|ies) by \w+day \d+ November, \d\d:\d\d; 1 is being exploited\./,
  );
  assert.match(first, /CVE-2026-0001 .*lodash 4\.17\.19, 4\.17\.20 → 4\.17\.21/);
  assert.match(first, /core, 인터넷 뱅킹/);
  assert.match(first, /not assigned/);
  for (const page of english.pages) {
    assert.equal(page.split("TLP:AMBER+STRICT").length - 1, 2, "at the head and at the foot");
    assert.match(page, /page \d of \d/);
  }
  assert.deepEqual([english.title, english.language, english.tagged], ["Exposure report: bank", "en", true]);
  for (const role of ["H1", "H2", "P", "Table", "TR", "TH", "TD"]) assert.ok(english.roles.get(role), role);

  const korean = await report(hub, "organisation=bank&language=ko&tlp=GREEN&days=7");
  const [page = ""] = korean.pages;
  assert.match(page, /노출 보고서: bank/);
  assert.match(
    page,
    /bank은\(는\) 11월 \d+일\(.\) \d\d:\d\d까지 취약점 \d건을 조치해야 합니다\. 그중 1건이 악용되고 있습니다\./,
  );
  assert.match(page, /최근 7일 동안 조치한 것/);
  assert.match(page, /TLP:GREEN/);
  assert.deepEqual([korean.title, korean.language], ["노출 보고서: bank", "ko-KR"]);
});

onBothDatabases("what was fixed, what is accepted and how old inventories are is told", async (database, context) => {
  const hub = await exposedWorld(database, context);
  await hub.stand("core", "CVE-2026-0002", { state: "accepted", until: "2027-01-31T15:00:00Z" });
  hub.clock.advance(36 * 3_600_000);
  await hub.inventory("bank", "인터넷 뱅킹", ["pkg:npm/lodash@4.17.99"]);
  await hub.stand("core", "CVE-2026-0001", { state: "remediating" });
  const { pages } = await report(hub, "organisation=bank&language=en&zone=UTC");
  const text = pages.join(" ");
  assert.match(text, /2 exposures of 2 vulnerabilities\. Half of them were fixed within 1\.5 days/);
  assert.match(text, /2 of 2 assets have an up-to-date inventory/);
  assert.match(text, /CVE-2026-0002 lodash core 31 Jan 2027, 15:00/);
  const later = await report(hub, "organisation=bank&language=en&days=1");
  assert.match(later.pages.join(" "), /2 exposures/);
  hub.clock.advance(2 * 24 * 3_600_000);
  const none = await report(hub, "organisation=bank&language=en&days=1");
  assert.match(none.pages.join(" "), /Nothing was fixed in this period/);
  assert.match(none.pages.join(" "), /bank is overdue on/);
});

onBothDatabases(
  "coordinators are told the status; others, that there is no such organisation",
  async (database, context) => {
    const hub = await exposedWorld(database, context);
    const by = { cookie: hub.sector.cookie };
    for (const query of ["language=en", "language=en&sector=finance", "language=en&organisation=bank"]) {
      const { pages, title } = await report(hub, query, by);
      const text = pages.join(" ");
      assert.match(title, /^Exposure status: (all organisations|Finance|bank)$/);
      assert.match(
        text,
        /1 of the [12] organisations whose status is disclosed is exposed; 2 of 5 exposures must be remediated at once/,
      );
      assert.match(text, /CVE-2026-0001/);
      assert.doesNotMatch(text, /core|4\.17|1\.2\.13|뱅킹|city/, "no version, no asset, nobody else");
    }
    for (const caller of [{ cookie: hub.nobody.cookie }, { key: hub.keys.city }, { cookie: hub.sector.cookie }]) {
      const other = caller.key === undefined ? "city" : "bank";
      const { status, body } = await hub.ask(`/exposure-reports/pdf?organisation=${other}`, caller);
      assert.deepEqual([status, body.code], [404, "members.unknown-organisation"]);
    }
    const [entry] = await exported(database, "exposure.reportPdf");
    assert.deepEqual([entry?.marking, entry?.details.organisations], ["AMBER+STRICT", ["bank"]]);
  },
);

const nothing: Standing = {
  exposures: 0,
  vulnerabilities: 0,
  assets: 0,
  exploited: 0,
  overdue: 0,
  overdueVulnerabilities: 0,
  soon: 0,
  soonBy: null,
  pressingExploited: 0,
  nextDue: null,
  byDecision: [],
};

test("the sentence of the situation", () => {
  const friday = new Date("2026-11-27T09:00:00Z");
  const some = { ...nothing, exposures: 9, vulnerabilities: 4, exploited: 2 };
  const cases: [Standing, string, string][] = [
    [nothing, "City A has no open exposures.", "가람시는 열린 노출이 없습니다."],
    [
      { ...some, soon: 3, soonBy: friday, pressingExploited: 1 },
      "City A must act on 3 vulnerabilities by Friday; 1 is being exploited.",
      "가람시는 Friday까지 취약점 3건을 조치해야 합니다. 그중 1건이 악용되고 있습니다.",
    ],
    [
      { ...some, overdueVulnerabilities: 1, soon: 1, soonBy: friday },
      "City A is overdue on 1 vulnerability and must act on 1 vulnerability by Friday; none is known to be exploited.",
      "가람시는 취약점 1건의 조치 기한을 넘겼고, Friday까지 1건을 조치해야 합니다. 악용이 알려진 것은 없습니다.",
    ],
    [
      { ...some, overdueVulnerabilities: 2, pressingExploited: 2 },
      "City A is overdue on 2 vulnerabilities; 2 are being exploited.",
      "가람시는 취약점 2건의 조치 기한을 넘겼습니다. 그중 2건이 악용되고 있습니다.",
    ],
    [
      { ...some, nextDue: friday },
      "City A has 4 vulnerabilities open; the next is due by Friday; 2 are being exploited.",
      "가람시는 열린 취약점 4건이 있고, 다음 조치 기한은 Friday입니다. 그중 2건이 악용되고 있습니다.",
    ],
    [
      { ...some, exploited: 0 },
      "City A has 4 vulnerabilities open, none of them with a date to be kept; none is known to be exploited.",
      "가람시는 열린 취약점 4건이 있으나 조치 기한이 정해진 것은 없습니다. 악용이 알려진 것은 없습니다.",
    ],
  ];
  for (const [standing, en, ko] of cases) {
    const said = (name: string, language: "en" | "ko") =>
      situationOf(name, standing, sayIn(language), () => "Friday").text;
    assert.deepEqual([said("City A", "en"), said("가람시", "ko")], [en, ko]);
  }
});

const occasion: Occasion = {
  language: "ko",
  zone: "Asia/Seoul",
  at: new Date("2026-11-20T00:00:00Z"),
  days: 30,
  tlp: "RED",
};

/** Texts as long and as odd as the database may hold, in every place. */
function crowded(text: string): OrganisationFacts {
  const at = new Date("2026-11-22T00:00:00Z");
  return {
    name: { en: text.slice(0, 200), ko: text.slice(0, 200) },
    standing: {
      ...nothing,
      exposures: 1e9,
      vulnerabilities: 1e8,
      overdue: 1e9,
      byDecision: [{ decision: "immediate", count: 1e9 }],
    },
    urgent: Array.from({ length: 12 }, () => ({
      vulnerability: text,
      title: text,
      package: text,
      versions: [text, text, text],
      fixedVersion: text,
      decision: "immediate" as const,
      exploited: true,
      dueAt: at,
      assets: [text, text],
      assetCount: 12_345,
      assignees: [text, text],
    })),
    urgentCount: 54_321,
    fixed: { exposures: 3, vulnerabilities: 2, medianDays: 0.004 },
    inventories: { assets: 3, fresh: 1, stale: 1, missing: 1, oldest: at },
    accepted: Array.from({ length: 8 }, () => ({ vulnerability: text, package: text, asset: text, until: null })),
    acceptedCount: 1_234,
  };
}

test("what the font lacks is shown as a square, and long texts stay within the pages", async () => {
  const odd = "😀 漢字 👨‍👩‍👧 é\u0301 \u202eabc\u0007 가각힣 <b>&amp; \ud800";
  for (const text of [odd, "x".repeat(20_000), "한".repeat(5_000), `${"very ".repeat(500)}`, "\n\n\t", ""]) {
    const parts: Uint8Array[] = [];
    for await (const part of organisationReport(await loadFonts(), crowded(text), occasion)) parts.push(part);
    const { pages, roles } = await readPdf(Buffer.concat(parts));
    assert.ok(pages.length <= 4, `${pages.length} pages of ${JSON.stringify(text.slice(0, 20))}`);
    assert.ok((roles.get("TR") ?? 0) >= 20);
    assert.match(pages.at(-1) ?? "", /확인자/);
    if (text === odd) {
      assert.match(pages[0] ?? "", /□ □□ □□□/);
      assert.match(pages[0] ?? "", /가각힣 <b>&amp;/);
    }
  }
});
