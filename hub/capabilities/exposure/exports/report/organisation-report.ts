import { exposureDecisions } from "@bongsu/contracts";
import { dateWriter } from "./dates.ts";
import type { Accepted, ByDecision, Occasion, OrganisationFacts, Urgent } from "./facts.ts";
import type { Fonts } from "./fonts.ts";
import { decisionInk, ink, styles } from "./look.ts";
import { type Cell, Paper, signatureHeight } from "./paper.ts";
import { situationOf } from "./situation.ts";
import { number, type Say, sayIn } from "./words.ts";

const heading = { before: 4, after: 4, lines: 2 };

/** What every report begins with. */
export function begin(fonts: Fonts, { language, zone, at, tlp }: Occasion, title: string, author: string): Paper {
  const say = sayIn(language);
  const dates = dateWriter(language, zone);
  const short = dates.short(at);
  const paper = new Paper(fonts, {
    title,
    language: language === "ko" ? "ko-KR" : "en",
    author,
    at,
    tlp,
    foot: (page, pages) => say("foot", { at: short, page, pages }),
  });
  paper.text("H1", title, styles.title, { after: 2, lines: 3 });
  const made = say("made", { at: `${dates.day(at)} ${short.slice(-5)}`, zone: dates.zone(at) });
  paper.text("P", made, styles.small, { after: 14, lines: 1 });
  return paper;
}

/** Bars of the open exposures by what is to be done. */
export function decisionBars(paper: Paper, byDecision: ByDecision, { language }: Occasion, say: Say): void {
  paper.keepTogether(110);
  paper.text("H2", say("toDo"), styles.heading, heading);
  const bars = byDecision.map(({ decision, count }) => ({
    label: exposureDecisions[decision][language],
    count,
    colour: decisionInk[decision],
  }));
  paper.bars(bars, number);
}

const listed = (names: readonly string[], count: number, say: Say): string => {
  const rest = count - names.length;
  const shown = names.join(", ");
  if (rest <= 0) return shown;
  return rest === 1 ? say("oneMore", { names: shown }) : say("more", { names: shown, count: number(rest) });
};

function urgentRow(
  one: Urgent,
  at: Date,
  short: (at: Date) => string,
  say: Say,
  language: Occasion["language"],
): Cell[] {
  const { versions, fixedVersion, dueAt, exploited } = one;
  const used = versions.length > 2 ? `${versions.slice(0, 2).join(", ")}, …` : versions.join(", ");
  const step = `${one.package} ${used} → ${fixedVersion ?? say("noFix")}`;
  const isLate = dueAt !== null && dueAt < at;
  const flags = [exposureDecisions[one.decision][language], ...(exploited ? [say("beingExploited")] : [])];
  return [
    { text: one.vulnerability, bold: true, below: one.title === null ? step : `${step} · ${one.title}` },
    { text: listed(one.assets, one.assetCount, say) },
    {
      text: dueAt === null ? say("noDate") : short(dueAt),
      below: [...(isLate ? [say("isOverdue")] : []), ...flags].join(" · "),
      ...(isLate || exploited ? { colour: ink.alarm } : {}),
    },
    { text: one.assignees.length === 0 ? say("nobody") : one.assignees.join(", ") },
  ];
}

function urgentPart(paper: Paper, { urgent, urgentCount }: OrganisationFacts, occasion: Occasion, say: Say): void {
  const { short } = dateWriter(occasion.language, occasion.zone);
  paper.keepTogether(120);
  paper.text("H2", say("urgent"), styles.heading, heading);
  if (urgent.length === 0) {
    paper.text("P", say("noUrgent"), styles.body, { after: 10 });
    return;
  }
  const columns = [
    { title: say("what"), share: 51 },
    { title: say("where"), share: 18 },
    { title: say("byWhen"), share: 20 },
    { title: say("who"), share: 11 },
  ];
  paper.table(
    columns,
    urgent.map((one) => urgentRow(one, occasion.at, short, say, occasion.language)),
    urgentCount > urgent.length ? 28 : 0,
  );
  const rest = urgentCount - urgent.length;
  if (rest > 0) paper.text("P", say("notShown", { count: number(rest) }), styles.small, { after: 8 });
}

function acceptedPart(
  paper: Paper,
  { accepted, acceptedCount }: OrganisationFacts,
  occasion: Occasion,
  say: Say,
): void {
  const { short } = dateWriter(occasion.language, occasion.zone);
  const [note, row] = [acceptedCount > accepted.length ? 28 : 8, 40];
  // Whoever signs sees on the page what he signs for: the end of the table stays with the lines.
  paper.keepTogether(50 + row + (accepted.length < 2 ? signatureHeight : 0));
  paper.text("H2", say("accepted"), styles.heading, heading);
  if (accepted.length === 0) {
    paper.text("P", say("acceptedNone"), styles.body, { after: 10 });
    return;
  }
  const columns = [
    { title: say("what"), share: 50 },
    { title: say("asset"), share: 30 },
    { title: say("until"), share: 20 },
  ];
  const cells = ({ vulnerability, package: name, asset, until }: Accepted): Cell[] => [
    { text: vulnerability, bold: true, below: name },
    { text: asset },
    { text: until === null ? say("openEnd") : short(until) },
  ];
  paper.table(columns, accepted.map(cells), note + signatureHeight);
  const rest = acceptedCount - accepted.length;
  if (rest > 0) paper.text("P", say("notShown", { count: number(rest) }), styles.small, { after: 8 });
}

function fixedText({ fixed }: OrganisationFacts, say: Say): string {
  const { exposures, vulnerabilities, medianDays } = fixed;
  const days = number(medianDays ?? 0);
  if (exposures === 0) return say("fixedNone");
  if (exposures === 1) return say("fixedOne", { days });
  const of =
    vulnerabilities === 1 ? say("oneVulnerability") : say("vulnerabilities", { count: number(vulnerabilities) });
  return say("fixedSome", { exposures: number(exposures), vulnerabilities: of, days });
}

function inventoryText({ inventories }: OrganisationFacts, day: (at: Date) => string, say: Say): string {
  const { assets, fresh, stale, missing, oldest } = inventories;
  if (assets === 0) return say("inventoriesNone");
  const counts = { assets: number(assets), fresh: number(fresh), stale: number(stale), missing: number(missing) };
  return say("inventoriesSome", counts) + (oldest === null ? "" : say("oldest", { at: day(oldest) }));
}

/** An organisation's report: one to three pages. */
export async function* organisationReport(
  fonts: Fonts,
  facts: OrganisationFacts,
  occasion: Occasion,
): AsyncGenerator<Uint8Array> {
  const say = sayIn(occasion.language);
  const dates = dateWriter(occasion.language, occasion.zone);
  const name = facts.name[occasion.language];
  const { standing, inventories } = facts;
  const paper = begin(fonts, occasion, say("title", { name }), name);
  const situation = situationOf(name, standing, say, dates.moment);
  paper.statement(situation.text, situation.pressing ? ink.alarm : ink.calm);
  const alarm = (count: number) => (count > 0 ? { colour: ink.alarm } : {});
  paper.figures([
    { label: say("openExposures"), value: number(standing.exposures) },
    { label: say("openVulnerabilities"), value: number(standing.vulnerabilities) },
    { label: say("exposedAssets", { of: number(inventories.assets) }), value: number(standing.assets) },
    { label: say("overdue"), value: number(standing.overdue), ...alarm(standing.overdue) },
    { label: say("exploited"), value: number(standing.exploited), ...alarm(standing.exploited) },
  ]);
  decisionBars(paper, standing.byDecision, occasion, say);
  await paper.pause();
  urgentPart(paper, facts, occasion, say);
  await paper.pause();
  paper.keepTogether(50);
  paper.text("H2", say("fixed", { days: occasion.days }), styles.heading, heading);
  paper.text("P", fixedText(facts, say), styles.body, { after: 10 });
  paper.keepTogether(50);
  paper.text("H2", say("inventories"), styles.heading, heading);
  paper.text("P", inventoryText(facts, dates.day, say), styles.body, { after: 10 });
  acceptedPart(paper, facts, occasion, say);
  paper.signature([say("signed"), say("position"), say("signedOn")]);
  await paper.pause();
  yield* paper.finish();
}
