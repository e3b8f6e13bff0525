import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A letter as it came over SMTP. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** The whole message (RFC 5322), undecoded. */
  raw: string;
  subject: string;
  /** The text of the message, decoded; of several parts the plain one. */
  text: string;
}

export interface TestSmtp {
  /** `smtp://…` of the server. */
  url: string;
  received: ReceivedMail[];
  /** Waits until so many letters are there. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

const headerOf = (head: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*((?:.|\\r?\\n[ \\t])*)`, "im").exec(head)?.[1]?.replace(/\r?\n[ \t]/g, " ") ?? "";

/** Encoded words of a header (RFC 2047). */
const plainHeader = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === "b" ? `\ue000${text}\ue000` : quoted(text.replaceAll("_", " ")),
    )
    // Words of one header may be cut within a character: the bytes are joined first.
    .replace(/(?:\ue000[^\ue000]*\ue000)+/g, (words) =>
      Buffer.concat(
        words
          .split("\ue000")
          .filter((word) => word !== "")
          .map((word) => Buffer.from(word, "base64")),
      ).toString("utf8"),
    );

/** Quoted-printable (RFC 2045 §6.7). */
const quoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

function textOf(message: string): string {
  const at = message.search(/\r?\n\r?\n/);
  const [head, body] = [message.slice(0, at), message.slice(at).replace(/^\r?\n\r?\n/, "")];
  const boundary = /boundary="?([^";\r\n]+)/i.exec(headerOf(head, "content-type"))?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).map((part) => part.replace(/^\r?\n/, ""));
    return textOf(parts.find((part) => /^content-type:\s*text\/plain/im.test(part)) ?? "\n\n");
  }
  const encoding = headerOf(head, "content-transfer-encoding").trim().toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? quoted(body) : body;
}

/** An SMTP server of its own on a free port of this machine, which takes every letter. */
export async function startSmtp(): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("latin1");
        const from = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const subject = plainHeader(headerOf(raw.slice(0, raw.search(/\r?\n\r?\n/)), "subject")).trim();
        received.push({ from, to, raw, subject, text: textOf(raw).replace(/\r\n/g, "\n") });
        for (const look of waiting) look();
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
