import type { BongsuError, Language } from "@bongsu/base";
import type { Config } from "../config.ts";
import { newId, sha256 } from "../ids.ts";
import { checkedAddress, oneLine, parseMailbox } from "./address.ts";
import { mailProblems } from "./problems.ts";
import { serverOptions } from "./server.ts";

export interface Mail {
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  language: Language;
  /** Becomes the Message-ID: a mail that is sent twice is one mail to most programs. */
  idempotencyKey?: string;
  /** Mails with the same thread are shown together by most programs. */
  thread?: string;
  /** The page on which the reader chooses what he gets. */
  preferences?: string;
}

export interface Mailer {
  /**
   * Gives the mail to the server; resolves when the server took it. Throws `mail.bad-address`, `mail.refused`,
   * `mail.not-encrypted` (in vain to try again) and `mail.unreachable` (try again).
   */
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}

interface Log {
  info(fields: object, message: string): void;
}

type Settings = Pick<Config, "smtpUrl" | "mailFrom" | "url">;

const codeOf = (error: unknown): { code: string; status: number } => {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown };
  return { code: typeof code === "string" ? code : "", status: typeof responseCode === "number" ? responseCode : 0 };
};

/** The server's own words, for the administrator: its answers name accounts and addresses, never passwords. */
function failureOf(error: unknown): BongsuError {
  const { code, status } = codeOf(error);
  const reason = error instanceof Error ? oneLine(error.message) : String(error);
  const isTls = code === "ETLS" || /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)/.test(code) || /certificate/i.test(reason);
  const kind = isTls ? "mail.not-encrypted" : status >= 500 || code === "EAUTH" ? "mail.refused" : "mail.unreachable";
  return mailProblems.error(kind, { reason }, {}, error);
}

/** An id that the same key always gives, whatever the key holds (RFC 5322 §3.6.4). */
const messageId = (key: string, host: string): string =>
  `<${Buffer.from(sha256(`mail ${key}`))
    .toString("hex")
    .slice(0, 40)}@${host}>`;

/** Where no server is configured, each mail is in the log, so that an administrator can pass on its links. */
const logMailer = (log: Log): Mailer => ({
  send: async ({ to, subject, text, language }) => {
    log.info({ to: checkedAddress(to), subject: oneLine(subject), text, language }, "mail: no server is configured");
  },
  close: async () => {},
});

/** Makes the mailer of a hub. `ca`: a certificate authority in PEM, besides the system's. */
export function mailerOf({ smtpUrl, mailFrom, url }: Settings, log: Log, ca?: string): Mailer {
  if (smtpUrl === null) return logMailer(log);
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  const from = parseMailbox(mailFrom ?? `Bongsu <bongsu@${host}>`);
  // Loaded with the first mail: the hub starts sooner.
  const open = async () => (await import("nodemailer")).createTransport(serverOptions(smtpUrl, ca));
  let transport: ReturnType<typeof open> | null = null;
  return {
    send: async (mail) => {
      const { to, subject, text, html, language, idempotencyKey = newId(new Date()), thread, preferences } = mail;
      const address = checkedAddress(to);
      transport ??= open();
      const server = await transport;
      await server
        .sendMail({
          from,
          to: { name: "", address },
          subject: oneLine(subject),
          text,
          ...(html === undefined ? {} : { html }),
          messageId: messageId(idempotencyKey, host),
          // A parent that nobody has holds its children together (RFC 5322 §3.6.4).
          ...(thread === undefined ? {} : { references: messageId(`thread ${thread}`, host) }),
          // No answering machine needs to answer (RFC 3834 §5). RFC 2369 §3.2.
          headers: {
            "Content-Language": language,
            "Auto-Submitted": "auto-generated",
            ...(preferences === undefined ? {} : { "List-Unsubscribe": `<${new URL(preferences).href}>` }),
          },
        })
        .catch((error: unknown) => {
          throw failureOf(error);
        });
    },
    close: async () => {
      (await transport)?.close();
    },
  };
}
