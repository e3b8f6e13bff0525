import { printable } from "@bongsu/matching/printable";
import type { CliContext } from "../context.ts";
import { Browser } from "./browser.ts";
import { remoteProblems } from "./problems.ts";
import { Questions } from "./questions.ts";
import { secondFactor } from "./second-factor.ts";

/** The hub and the token of an invitation's link. Throws `cli.not-an-invitation`. */
function partsOf(link: string): { url: string; token: string } {
  if (!URL.canParse(link)) throw remoteProblems.error("cli.not-an-invitation");
  const { origin, hash } = new URL(link);
  if (hash.length < 2) throw remoteProblems.error("cli.not-an-invitation");
  return { url: origin, token: decodeURIComponent(hash.slice(1)) };
}

/** Takes up an invitation by its link: an account, a password, an authenticator app. */
export async function runAccept(link: string, context: CliContext): Promise<void> {
  const { url, token } = partsOf(link);
  const { say, out, language } = context;
  const hub = new Browser(url, language);
  const { organisation, role, hasAccount } = (await hub.post("/api/auth/invitation", { token })) as {
    organisation: Record<string, string>;
    role: { name: Record<string, string> };
    hasAccount: boolean;
  };
  const words = { organisation: printable(organisation[language] ?? ""), role: role.name[language] ?? "" };
  out.write(`${say("accept.invited", words)}\n`);
  const questions = new Questions(context);
  try {
    const name = hasAccount ? "-" : await questions.ask(say("setUp.person"));
    const password = hasAccount ? undefined : await questions.ask(say("setUp.password"), { secret: true });
    await hub.post("/api/auth/accept-invitation", { token, name, ...(password === undefined ? {} : { password }) });
    if (password !== undefined) await secondFactor(hub, password, questions, context);
    out.write(`\n${say("accept.done", { ...words, url })}\n`);
  } finally {
    questions.close();
  }
}
