import type { Language } from "@bongsu/base";
import type { Client } from "@bongsu/client";
import { circle, clients, type DemoReport, disclosures, reports } from "../demo-country/index.ts";
import type { DemoHub } from "./open-hub.ts";

const aDay = 24 * 3_600_000;

/** Whom the organisation acts through. */
export function actingFor({ people }: DemoHub, organisation: string) {
  const found = people.find((person) => person.organisation === organisation);
  if (found === undefined) throw new Error(`nobody of ${organisation} is in the demo`);
  return found;
}

async function makeCircle(hub: DemoHub, language: Language): Promise<void> {
  const { handle, name, organisations } = circle;
  const [founder, ...others] = organisations;
  const { client } = actingFor(hub, founder);
  await client.circles.createCircle({ organisation: founder, handle, name, description: name[language] });
  for (const member of others) {
    await client.circles.invite({ circle: handle, member });
    await actingFor(hub, member).client.circles.admit({ circle: handle, member });
  }
}

async function share(hub: DemoHub, client: Client, report: DemoReport, language: Language): Promise<void> {
  await client.sharing.shareReport({
    organisation: report.organisation,
    kind: report.kind,
    title: report.title[language],
    text: report.text[language],
    tlp: report.column,
    circles: [...(report.circles ?? [])],
    organisations: [...(report.organisations ?? [])],
    named: (report.named ?? []).map((handle) => actingFor(hub, handle).email),
    embargoUntil: report.embargo === true ? new Date(Date.now() + aDay) : null,
  });
}

/** Circle, clients, disclosures and reports: every one by the person who would do it, over HTTP. */
export async function settleIn(hub: DemoHub, language: Language): Promise<void> {
  await makeCircle(hub, language);
  for (const { provider, client } of clients) {
    await actingFor(hub, provider).client.members.addClient({ organisation: provider, client });
    await actingFor(hub, client).client.members.acceptProvider({ organisation: client, provider });
  }
  for (const disclosure of disclosures) {
    await actingFor(hub, disclosure.organisation).client.members.setDisclosure(disclosure);
  }
  for (const report of reports) await share(hub, actingFor(hub, report.organisation).client, report, language);
}
