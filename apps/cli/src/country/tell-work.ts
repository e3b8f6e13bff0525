import { alertChannels, alertNotices, attentions, exposureDecisions } from "@bongsu/contracts";
import { kevOf, newAdvisory, vulnerabilities } from "../demo-country/index.ts";
import { printTable } from "../hub/print.ts";
import type { DemoHub } from "./open-hub.ts";
import { actingFor } from "./settle-in.ts";
import type { Stage } from "./stage.ts";

const city = "garam-city";
const coordinator = "bonghwa-cert";
const auditor = "geoul-audit";
const zone = "Asia/Seoul";
const day = 24 * 3_600_000;

/** What the country is most exposed to of what nobody is known to exploit: tomorrow's headline. */
async function nextHeadline(hub: DemoHub): Promise<string> {
  const { items } = await actingFor(hub, coordinator).client.situation.listTopVulnerabilities({ limit: 100 });
  const inTheCity = await actingFor(hub, city).client.exposure.listExposedVulnerabilities({
    organisation: city,
    limit: 200,
  });
  const own = new Set(inTheCity.items.filter(({ exploitation }) => exploitation !== "active").map(({ name }) => name));
  const found = items.find(({ vulnerability, exploitation }) => exploitation !== "active" && own.has(vulnerability));
  return found?.vulnerability ?? [...own][0] ?? newAdvisory.id;
}

/** A catalogue says that it is exploited, over HTTP; gives the milliseconds until everybody's alert says so. */
async function headline(hub: DemoHub, id: string): Promise<number> {
  const listed = vulnerabilities.map((one) =>
    one.id === id
      ? { ...one, exploited: { vendor: "", product: "", since: "2026-11-20", due: "2026-12-11", ransomware: false } }
      : one,
  );
  const start = performance.now();
  await actingFor(hub, coordinator).client.advisories.importAdvisory({
    file: "known-exploited.json",
    document: new TextEncoder().encode(JSON.stringify(kevOf([...listed, newAdvisory]))),
  });
  await hub.running.settle();
  return Math.round(performance.now() - start);
}

/** The city's officer reads the alert, takes what it is about upon himself, and everybody sees where it stands. */
async function workOn(stage: Stage, hub: DemoHub, id: string): Promise<void> {
  const { say, language } = stage.context;
  const { client } = actingFor(hub, city);
  const { items } = await client.alerts.listAlerts({
    organisation: city,
    topic: ["exposure"],
    sort: "-urgency",
    limit: 200,
  });
  const line = items.find(({ key }) => key === id);
  if (line === undefined) throw new Error(`${city} has no alert of ${id}`);
  const alert = await client.alerts.showAlert({ organisation: city, alert: line.id });
  stage.line();
  stage.line(stage.bold(alert.title[language]));
  for (const sentence of alert.body[language].split("\n")) stage.paragraph(sentence);
  const { total } = await client.exposure.countExposures({ organisation: city, vulnerability: id });
  const { changed } = await client.exposure.changeExposures({
    organisation: city,
    action: "remediate",
    where: { vulnerability: id },
    expected: total,
    text: say("country.work.plan"),
  });
  stage.line();
  stage.paragraph(say("country.work.taken", { changed }));
}

/** The coordinator's board, and a campaign on it. */
async function coordinate(stage: Stage, hub: DemoHub): Promise<void> {
  const { context } = stage;
  const { say, language } = context;
  const { client } = actingFor(hub, coordinator);
  const { items } = await client.campaigns.listOrganisationStanding({ limit: 6 });
  stage.line();
  stage.paragraph(say("country.work.board"));
  printTable(
    context,
    [
      say("exposed.organisation"),
      say("country.work.attention"),
      exposureDecisions.immediate[language],
      say("country.work.unanswered"),
      say("country.work.overdue"),
    ],
    items.map(({ organisation, attention, immediate, unacknowledged, overdue }) => [
      organisation.name[language],
      attentions[attention][language],
      String(immediate),
      String(unacknowledged),
      String(overdue),
    ]),
  );
  const { id } = newAdvisory;
  const campaign = await client.campaigns.addCampaign({
    title: { en: `${id} by Friday`, ko: `금요일까지 ${id} 조치` },
    description: { en: "", ko: "" },
    vulnerabilities: [id],
    dueAt: new Date(Date.now() + 5 * day),
    zone,
  });
  await hub.running.settle();
  const { progress } = await client.campaigns.showCampaign({ campaign: campaign.id });
  const { asked = 0, working = 0, unknown = 0 } = progress?.total ?? {};
  stage.line();
  stage.paragraph(say("country.work.campaign", { title: campaign.title[language], asked, working, unknown }));
}

/** The auditor asks who was told what, and whether they saw it. */
async function audit(stage: Stage, hub: DemoHub): Promise<void> {
  const { context } = stage;
  const { say, language } = context;
  const { items } = await actingFor(hub, auditor).client.alerts.listDeliveries({ limit: 200 });
  stage.line();
  stage.paragraph(say("country.work.told", { count: items.length }));
  const shown = items.filter(({ organisation }) => organisation === city).slice(0, 4);
  printTable(
    context,
    [say("country.work.recipient"), say("country.work.channel"), say("country.work.what"), say("country.work.seen")],
    shown.map(({ person, recipient, channel, notice, alerts, alertCount, seenAt, acknowledgedBy }) => [
      person?.name ?? recipient,
      alertChannels[channel][language],
      `${alertNotices[notice][language]}: ${alerts[0]?.title[language] ?? ""}${alertCount > 1 ? ` +${alertCount - 1}` : ""}`,
      seenAt !== null || acknowledgedBy !== null ? say("country.hub.sees") : "–",
    ]),
  );
}

/** From an exposure to done, by the people who would do it, over HTTP. */
export async function tellWork(stage: Stage, hub: DemoHub): Promise<void> {
  const { say } = stage.context;
  stage.step(say("country.work.title"));
  await hub.running.settle();
  const id = await nextHeadline(hub);
  const ms = await headline(hub, id);
  stage.paragraph(say("country.work.note", { id, ms }));
  await workOn(stage, hub, id);
  await coordinate(stage, hub);
  await audit(stage, hub);
}
