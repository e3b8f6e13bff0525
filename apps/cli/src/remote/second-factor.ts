import { BongsuError } from "@bongsu/base";
import type { CliContext } from "../context.ts";
import type { Browser } from "./browser.ts";
import type { Questions } from "./questions.ts";

/** A password alone opens nothing: an authenticator app comes with it. */
export async function secondFactor(hub: Browser, password: string, questions: Questions, context: CliContext) {
  const { say, out, err, language } = context;
  const { totpURI, recoveryCodes } = await hub.post("/api/auth/two-factor/enable", { password });
  out.write(`\n${say("setUp.app")}\n  ${String(totpURI)}\n\n${say("setUp.recovery")}\n`);
  for (const code of Array.isArray(recoveryCodes) ? recoveryCodes : []) out.write(`  ${String(code)}\n`);
  for (;;) {
    const code = await questions.ask(say("setUp.totp"));
    try {
      await hub.post("/api/auth/two-factor/verify-totp", { code });
      return;
    } catch (error) {
      // Mistyped: the app shows another one soon.
      if (!(error instanceof BongsuError) || error.code !== "accounts.wrong-code") throw error;
      err.write(`${error.problem.message[language]}\n`);
    }
  }
}
