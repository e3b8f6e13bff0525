import { sql } from "kysely";
import { testHub } from "../../../../../testing/hub.ts";
import { manualClock } from "../../../../platform/clock.ts";
import type { Database } from "../../../../platform/database/database.ts";
import { notify } from "../../../../platform/database/listen.ts";
import { newId } from "../../../../platform/ids.ts";

export const at = "/api/v1/organisations/bank";

interface AlertGiven {
  key?: string;
  urgency?: number;
  title?: string;
  body?: string;
  link?: string;
  dueAt?: string | null;
  people?: string[] | null;
}

interface DeliveryGiven {
  alerts?: readonly string[];
  notice?: string;
  channel?: string;
  channelId?: string | null;
  person?: string | null;
  recipient?: string;
  language?: string;
  dueAt?: Date;
}

type Options = NonNullable<Parameters<typeof testHub>[2]>;

/** A hub with one organisation, its administrator, and ways to put alerts and deliveries as the capability does. */
export async function deliveryWorld(database: Database, context: Parameters<typeof testHub>[1], options: Options = {}) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const hub = await testHub(database, context, {
    clock,
    ...options,
    environment: {
      BONGSU_ALLOW_PRIVATE_ADDRESSES: "127.0.0.1",
      BONGSU_URL: "https://hub.example.kr",
      ...options.environment,
    },
  });
  const bank = await hub.organisation("bank");
  const admin = await hub.person("김관리", [{ of: bank, role: "organisation-administrator" }]);
  const { kysely } = database;

  async function alert({
    key = "CVE-2026-1",
    urgency = 3,
    title = "core: CVE-2026-1에 노출",
    body = "올리십시오.",
    ...given
  }: AlertGiven = {}) {
    const { link = "/exposures/CVE-2026-1", dueAt = "2026-11-27T00:00:00Z", people = null } = given;
    const id = newId(clock.now());
    await sql`
      insert into alert (organisation, id, topic, key, state, urgency, title_en, title_ko, body_en, body_ko, link, facts,
        people, due_at, raised_at, changed_at)
      values (${bank.id}, ${id}, 'exposure', ${key}, 'open', ${urgency}, ${title}, ${title}, ${body}, ${body}, ${link},
        ${JSON.stringify({ assets: 3 })}, ${people}::uuid[], ${dueAt}, ${clock.now()}, ${clock.now()})
    `.execute(kysely);
    return id;
  }

  async function deliver({ alerts, notice = "raised", channel = "webhook", ...given }: DeliveryGiven = {}) {
    const { channelId = null, person = null, recipient = "SIEM", language = "ko", dueAt = clock.now() } = given;
    const id = newId(clock.now());
    const told = alerts ?? [await alert({ key: id })];
    await sql`
      insert into alert_delivery (organisation, id, alerts, notice, channel, channel_id, person, recipient, language, state,
        created_at, due_at)
      values (${bank.id}, ${id}, ${[...told]}::uuid[], ${notice}, ${channel}, ${channelId}, ${person}, ${recipient},
        ${language}, 'waiting', ${clock.now()}, ${dueAt})
    `.execute(kysely);
    await notify(kysely, "bongsu_alert_delivery");
    return id;
  }

  // Signed in anew each time: the clock may have gone on by days.
  const administer = async (path: string, asking: Parameters<typeof hub.ask>[1] = {}) =>
    hub.ask(`${at}${path}`, { cookie: (await hub.signIn(admin.id)).cookie, ...asking });

  const addChannel = async (address: string, given: Record<string, unknown> = {}) => {
    const answer = await administer("/alert-channels", { json: { kind: "webhook", name: "SIEM", address, ...given } });
    return { ...answer, id: String(answer.body.id ?? ""), secret: String(answer.body.secret ?? "") };
  };

  const show = async (delivery: string) => (await administer(`/alert-deliveries/${delivery}`)).body;

  return { ...hub, clock, bank, admin, alert, deliver, administer, addChannel, show };
}
