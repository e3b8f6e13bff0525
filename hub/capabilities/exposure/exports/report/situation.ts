import type { Standing, StatusFacts } from "./facts.ts";
import { number, type Say } from "./words.ts";

/** Whether it presses: what the colour beside the sentence says as well. */
export interface Situation {
  text: string;
  pressing: boolean;
}

function exploitedPart(count: number, say: Say): string {
  if (count === 0) return say("noneExploited");
  return count === 1 ? say("oneExploited") : say("someExploited", { count: number(count) });
}

const counted = (count: number, say: Say): string =>
  count === 1 ? say("oneVulnerability") : say("vulnerabilities", { count: number(count) });

/** How an organisation stands, in one sentence: what is overdue, what is to be done within a week, else what comes next. */
export function situationOf(name: string, standing: Standing, say: Say, moment: (at: Date) => string): Situation {
  const { exposures, overdueVulnerabilities: late, soon, soonBy, nextDue, vulnerabilities } = standing;
  if (exposures === 0) return { text: say("nothing", { name }), pressing: false };
  const pressing = exploitedPart(standing.pressingExploited, say);
  const overdue = counted(late, say);
  if (soonBy !== null) {
    const params = { name, late: overdue, count: counted(soon, say), by: moment(soonBy), rest: pressing };
    return { text: late > 0 ? say("lateAndAct", params) : say("act", params), pressing: true };
  }
  if (late > 0) return { text: say("late", { name, late: overdue, rest: pressing }), pressing: true };
  const rest = exploitedPart(standing.exploited, say);
  const count = counted(vulnerabilities, say);
  if (nextDue !== null) return { text: say("calm", { name, count, by: moment(nextDue), rest }), pressing: false };
  return { text: say("noHurry", { name, count, rest }), pressing: false };
}

/** How several stand, in one sentence. */
export function statusSituation(facts: StatusFacts, say: Say): Situation {
  const of = number(facts.organisations);
  if (facts.exposures === 0) return { text: say("statusNothing", { of }), pressing: false };
  const immediate = facts.byDecision.find(({ decision }) => decision === "immediate")?.count ?? 0;
  const rest =
    facts.exploited === 0 ? say("noneExploited") : say("statusExploited", { count: number(facts.exploited) });
  const params = { of, exposed: number(facts.exposed), exposures: number(facts.exposures) };
  return {
    text: say(facts.exposed === 1 ? "statusOneExposed" : "statusExposed", {
      ...params,
      immediate: number(immediate),
      rest,
    }),
    pressing: immediate > 0 || facts.exploited > 0,
  };
}
