import type { Letter, Mail } from "./capabilities/accounts/index.ts";
import type { Jobs } from "./platform/jobs.ts";
import type { Mailer } from "./platform/mail/index.ts";
import type { Vault } from "./platform/secrets/index.ts";

const kind = "mail";

/**
 * Mail by way of the job queue: it goes out if and only if the transaction that wrote it is through, and is tried again
 * while the server does not take it. Sealed while it waits, for it may hold a link that signs somebody in.
 */
export function lettersBy(jobs: Jobs, vault: Vault): Mail {
  return {
    send: async (letter, transaction) => {
      const sealed = vault.seal(kind, new TextEncoder().encode(JSON.stringify(letter)));
      await jobs.send(kind, { sealed }, transaction === undefined ? {} : { transaction });
    },
  };
}

/** Takes the letters from the queue to the mail server. */
export function deliverLetters(jobs: Jobs, vault: Vault, mailer: Mailer): Promise<void> {
  return jobs.work<{ sealed: string }>(kind, async ({ sealed }, id) => {
    const letter = JSON.parse(Buffer.from(vault.open(kind, sealed)).toString("utf8")) as Letter;
    await mailer.send({ ...letter, idempotencyKey: id });
  });
}
