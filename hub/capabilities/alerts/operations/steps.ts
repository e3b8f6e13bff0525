import { changeAlertSteps as changing, listAlertSteps as showing } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { operation } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { decisions } from "../../exposure/index.ts";
import { stepsOf } from "../clocks/steps.ts";
import type { Step } from "../clocks/usual-steps.ts";
import { decisionOf } from "../exposure/texts.ts";

type Shown = z.output<typeof showing.output>;

const present = async (database: Executor): Promise<Shown> => ({
  steps: (await stepsOf(database)).map(({ urgency, minutes, target }) => ({
    urgency: decisionOf(urgency),
    ...{ minutes, target },
  })),
});

/** The steps of each urgency, numbered in the order of time. */
const numbered = (steps: Shown["steps"]): Step[] =>
  decisions.flatMap((word, urgency) =>
    steps
      .filter((one) => one.urgency === word)
      .toSorted((a, b) => a.minutes - b.minutes)
      .map(({ minutes, target }, index) => ({ urgency, step: index + 1, minutes, target })),
  );

export const showSteps = operation(showing, ({ database }) => present(database));

/** What waits already goes by its old clock; the next step of each goes by the new ones. */
export const changeSteps = operation(changing, async (context, { steps }) => {
  const { database } = context;
  await sql`lock table alert_step in share row exclusive mode`.execute(database);
  context.expect(await present(database));
  await sql`delete from alert_step`.execute(database);
  const columns = { urgency: "smallint", step: "smallint", minutes: "integer", target: "text" } as const;
  await sql`
    insert into alert_step (urgency, step, minutes, target)
    select urgency, step, minutes, target from ${rowsAs(columns, numbered(steps))} as given
  `.execute(database);
  context.note({ subject: { kind: "alert-steps", id: "hub" } });
  return present(database);
});
