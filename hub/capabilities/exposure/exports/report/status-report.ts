import { exposureDecisions } from "@bongsu/contracts";
import { dateWriter } from "./dates.ts";
import type { Occasion, StatusFacts } from "./facts.ts";
import type { Fonts } from "./fonts.ts";
import { ink, styles } from "./look.ts";
import { begin, decisionBars } from "./organisation-report.ts";
import { type Cell, type Paper, signatureHeight } from "./paper.ts";
import { statusSituation } from "./situation.ts";
import { number, type Say, sayIn } from "./words.ts";

const heading = { before: 4, after: 4, lines: 2 };

function worstPart(paper: Paper, { worst, vulnerabilities }: StatusFacts, { language }: Occasion, say: Say): void {
  if (worst.length === 0) return;
  paper.keepTogether(90);
  paper.text("H2", say("worst"), styles.heading, heading);
  const columns = [
    { title: say("vulnerability"), share: 52 },
    { title: say("decision"), share: 20 },
    { title: say("organisations"), share: 14, right: true },
    { title: say("exposures"), share: 14, right: true },
  ];
  const row = (one: StatusFacts["worst"][number]): Cell[] => [
    { text: one.vulnerability, bold: true, below: one.title ?? "" },
    {
      text: exposureDecisions[one.decision][language],
      below: one.exploited ? say("beingExploited") : "",
      ...(one.exploited ? { colour: ink.alarm } : {}),
    },
    { text: number(one.organisations) },
    { text: number(one.exposures) },
  ];
  const rest = vulnerabilities - worst.length;
  paper.table(columns, worst.map(row), rest > 0 ? 28 : 0);
  if (rest > 0) paper.text("P", say("notShown", { count: number(rest) }), styles.small, { after: 8 });
}

function standingPart(paper: Paper, { standing, exposed }: StatusFacts, occasion: Occasion, say: Say): void {
  if (standing.length === 0) return;
  const { day } = dateWriter(occasion.language, occasion.zone);
  paper.keepTogether(90);
  paper.text("H2", say("organisations"), styles.heading, heading);
  const columns = [
    { title: say("organisation"), share: 40 },
    { title: say("immediately"), share: 14, right: true },
    { title: say("exploited"), share: 14, right: true },
    { title: say("exposures"), share: 12, right: true },
    { title: say("since"), share: 20, right: true },
  ];
  const row = (one: StatusFacts["standing"][number]): Cell[] => [
    { text: one.name[occasion.language], below: exposureDecisions[one.decision][occasion.language] },
    { text: number(one.immediate), ...(one.immediate > 0 ? { colour: ink.alarm, bold: true } : {}) },
    { text: number(one.exploited), ...(one.exploited > 0 ? { colour: ink.alarm, bold: true } : {}) },
    { text: number(one.exposures) },
    { text: day(one.since) },
  ];
  paper.table(columns, standing.map(row), 56 + signatureHeight);
  const rest = exposed - standing.length;
  if (rest > 0) paper.text("P", say("notShown", { count: number(rest) }), styles.small, { after: 8 });
}

/** A report on several organisations by their status. */
export async function* statusReport(
  fonts: Fonts,
  facts: StatusFacts,
  occasion: Occasion,
  about: string | null,
): AsyncGenerator<Uint8Array> {
  const say = sayIn(occasion.language);
  const name = about ?? facts.sector?.[occasion.language] ?? say("allOrganisations");
  const paper = begin(fonts, occasion, say("statusTitle", { name }), "Bongsu");
  const situation = statusSituation(facts, say);
  paper.statement(situation.text, situation.pressing ? ink.alarm : ink.calm);
  const alarm = (count: number) => (count > 0 ? { colour: ink.alarm } : {});
  paper.figures([
    {
      label: say("exposedOrganisations", { of: number(facts.organisations) }),
      value: number(facts.exposed),
    },
    { label: say("openExposures"), value: number(facts.exposures) },
    { label: say("openVulnerabilities"), value: number(facts.vulnerabilities) },
    { label: say("exploited"), value: number(facts.exploited), ...alarm(facts.exploited) },
  ]);
  decisionBars(paper, facts.byDecision, occasion, say);
  await paper.pause();
  worstPart(paper, facts, occasion, say);
  await paper.pause();
  standingPart(paper, facts, occasion, say);
  paper.text("P", say("scope"), styles.small, { before: 4, after: 8 });
  paper.signature([say("signed"), say("position"), say("signedOn")]);
  await paper.pause();
  yield* paper.finish();
}
