import { answerWords, answerNudge as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { type Context, operation } from "../../../kernel/index.ts";
import { organisationSeen } from "../../inventories/index.ts";
import { requireUntil } from "../answers.ts";
import { nudgeRef } from "../nudges/letter.ts";
import { nudgesSeen, presentNudge, reactionsTo } from "../nudges/list.ts";
import { campaignProblems } from "../problems.ts";
import { noteAction } from "../standing/refresh.ts";

interface Asked {
  by_organisation: string;
  by_person: string | null;
  name_en: string;
  name_ko: string;
}

/** Who cannot manage alone is heard at once, by the one who asked and by nobody else there. */
async function callForHelp(
  { clock, database, services }: Context,
  { by_organisation, by_person, name_en, name_ko }: Asked,
  nudge: string,
  text: string | undefined,
): Promise<void> {
  if (by_person === null) return;
  const said = text === undefined ? "" : `\n\n“${text}”`;
  const { en, ko } = answerWords["need-help"];
  await services.alerts.raise(database, clock, [
    {
      organisation: by_organisation,
      topic: "nudge",
      key: `answer/${nudge}`,
      urgency: 2,
      title: { en: `${name_en} answers: ${en}`, ko: `${name_ko}의 답: ${ko}` },
      body: {
        en: `The organisation that you asked needs help. Call its contact.${said}`,
        ko: `확인을 요청한 기관이 도움을 구하고 있습니다. 그 기관의 연락처로 연락하십시오.${said}`,
      },
      link: "/nudges",
      dueAt: null,
      people: [by_person],
      facts: { nudge, answer: "need-help" },
    },
  ]);
}

export const answerNudge = operation(contract, async (context, input) => {
  const { clock, database, now, services } = context;
  const { organisation: handle, answer, text, until } = input;
  // As the database writes it: it is the key of an alert.
  const nudge = input.nudge.toLowerCase();
  requireUntil(input, now);
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  const { rows } = await sql<Asked>`
    update nudge n set answer = ${answer}, answer_text = ${text ?? null}, answer_until = ${until ?? null}, answered_at = ${now}
    from organisation o
    where n.organisation = ${organisation} and n.id = ${nudge} and o.id = n.organisation
    returning n.by_organisation, n.by_person, o.name_en, o.name_ko
  `.execute(database);
  const [asked] = rows;
  if (asked === undefined) throw campaignProblems.error("campaigns.unknown-nudge");
  await noteAction(database, [organisation], now);
  await services.alerts.settle(database, clock, [nudgeRef(organisation, nudge)]);
  const helpRef = { organisation: asked.by_organisation, topic: "nudge" as const, key: `answer/${nudge}` };
  if (answer === "need-help") await callForHelp(context, asked, nudge, text);
  else await services.alerts.settle(database, clock, [helpRef]);
  context.note({ subject: { kind: "nudge", id: nudge }, organisation });
  await context.emit({
    kind: "campaigns.changed",
    organisation,
    subject: { kind: "nudge", id: nudge },
    data: { what: "answered" },
    marking: { owner: asked.by_organisation, tlp: "AMBER+STRICT", audienceOrganisations: [organisation] },
  });
  return context.seen(async (seen) => {
    const where = sql`n.organisation = ${organisation} and n.id = ${nudge}`;
    const [row] = await nudgesSeen(seen, where, 1);
    if (row === undefined) throw campaignProblems.error("campaigns.unknown-nudge");
    return presentNudge(row, (await reactionsTo(seen, [row])).get(nudge));
  });
});
