import { sectors } from "@bongsu/contracts";
import type { CliContext } from "../context.ts";
import { Browser } from "./browser.ts";
import { addressOf } from "./hub.ts";
import { hubsPath, readHubs, writeHubs } from "./hubs-file.ts";
import { Questions } from "./questions.ts";
import { secondFactor } from "./second-factor.ts";

/** The first organisation and the first administrator, by the code that the hub's console shows. */
async function first(hub: Browser, questions: Questions, { say, language }: CliContext) {
  const code = await questions.ask(say("setUp.code"));
  const handle = await questions.ask(say("setUp.handle"));
  const ko = await questions.ask(say("setUp.nameKo"));
  const en = await questions.ask(say("setUp.nameEn"), { otherwise: ko });
  const sector = await questions.ask(say("setUp.sector", { known: Object.keys(sectors).join(", ") }), {
    otherwise: "government",
  });
  const region = await questions.ask(say("setUp.region"), { otherwise: "KR-11" });
  const name = await questions.ask(say("setUp.person"));
  const email = await questions.ask(say("setUp.email"));
  const password = await questions.ask(say("setUp.password"), { secret: true });
  await hub.post("/api/auth/set-up", {
    code,
    organisation: { handle, name: { ko, en }, sector, region },
    person: { name, email, password, language },
  });
  return { handle, name, password };
}

/** Leads through the first start of a hub: organisation, administrator, second factor, and a key for this command line. */
export async function runSetUp(address: string, context: CliContext): Promise<void> {
  const url = addressOf(address);
  const { say, out } = context;
  const hub = new Browser(url, context.language);
  const questions = new Questions(context);
  try {
    const { handle, name, password } = await first(hub, questions, context);
    await secondFactor(hub, password, questions, context);
    const path = `/api/v1/organisations/${handle}/service-accounts`;
    const account = await hub.post(path, {
      name: `console ${context.now().slice(0, 10)}`,
      role: "organisation-administrator",
    });
    const { token } = await hub.post(`${path}/${String(account.id)}/keys`, { scopes: ["*"] });
    const file = hubsPath(process.env);
    const { hubs } = readHubs(file);
    writeHubs(file, { current: url, hubs: { ...hubs, [url]: { key: String(token), name, since: context.now() } } });
    out.write(`\n${say("setUp.done", { url, file })}\n`);
  } finally {
    questions.close();
  }
}
