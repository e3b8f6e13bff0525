import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { SMTPServer } from "smtp-server";
import { testCertificate } from "../../../testing/certificate.ts";
import { checkedAddress } from "./address.ts";
import { letter } from "./letter.ts";
import { type Mail, mailerOf } from "./mailer.ts";

interface Received {
  from: string;
  to: string[];
  user: string;
  secure: boolean;
  raw: string;
}

type Behaviour = ConstructorParameters<typeof SMTPServer>[0] & object;

/** A mail server that asks for the account `hub` with `hunter2` and keeps what it gets. */
async function startMailServer(context: TestContext, behaviour: Behaviour = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    ...testCertificate,
    closeTimeout: 100,
    onAuth: ({ username, password }, _, done) =>
      username === "hub@x" && password === "hunter2/2" ? done(null, { user: username }) : done(new Error("no")),
    onRcptTo: ({ address }, _, done) => {
      const status = address.startsWith("nobody") ? 550 : address.startsWith("later") ? 451 : null;
      done(status === null ? null : Object.assign(new Error("not here"), { responseCode: status }));
    },
    onData: (stream, session, done) => {
      stream.toArray().then((chunks) => {
        received.push({
          from: session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map(({ address }) => address),
          user: String(session.user ?? ""),
          secure: session.secure,
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      }, done);
    },
    ...behaviour,
  });
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  context.after(() => new Promise<void>((resolve) => server.close(resolve)));
  const address = listening.address();
  return { received, port: typeof address === "object" && address !== null ? address.port : 0 };
}

const account = "hub%40x:hunter2%2F2";

function mailerFor(context: TestContext, smtpUrl: string | null, ca: string | undefined = testCertificate.cert) {
  const lines: unknown[][] = [];
  const settings = { smtpUrl, mailFrom: "봉수 <alerts@hub.example.kr>", url: "https://hub.example.kr" };
  const mailer = mailerOf(settings, { info: (...line) => lines.push(line) }, ca);
  context.after(() => mailer.close());
  return { mailer, lines };
}

const mail: Mail = {
  to: "analyst@bank.example.kr",
  ...letter({
    subject: "봉수 초대",
    lines: ["초대되었습니다."],
    button: { label: "수락", url: "https://hub.example.kr/i/abc" },
  }),
  language: "ko",
  idempotencyKey: "invitation-1",
};

const headersOf = (raw: string): Map<string, string> => {
  const [head = ""] = raw.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
};

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof BongsuError, String(error));
    assert.ok(!error.message.includes("hunter2"));
    return error.code;
  }
  return "none";
}

test("a mail goes by STARTTLS, with the account, and arrives whole", async (context) => {
  const { received, port } = await startMailServer(context);
  const { mailer } = mailerFor(context, `smtp://${account}@localhost:${port}`);
  await mailer.send(mail);
  await mailer.send(mail);
  const [first, second] = received;
  assert.ok(first !== undefined && second !== undefined);
  assert.deepEqual(
    [first.from, first.to, first.user, first.secure],
    ["alerts@hub.example.kr", [mail.to], "hub@x", true],
  );
  const headers = headersOf(first.raw);
  assert.equal(headers.get("content-language"), "ko");
  assert.equal(headers.get("auto-submitted"), "auto-generated");
  assert.match(headers.get("message-id") ?? "", /^<[0-9a-f]{40}@hub\.example\.kr>$/);
  assert.equal(headersOf(second.raw).get("message-id"), headers.get("message-id"));
  const encoded = (headers.get("subject") ?? "").match(/^=\?UTF-8\?B\?(.*)\?=$/)?.[1] ?? "";
  assert.equal(Buffer.from(encoded, "base64").toString(), "봉수 초대");
  assert.match(first.raw, /text\/plain/);
  assert.match(first.raw, /text\/html/);
});

test("over TLS from the start as well; ids differ where no key is given", async (context) => {
  const { received, port } = await startMailServer(context, { secure: true });
  const { mailer } = mailerFor(context, `smtps://${account}@localhost:${port}`);
  const { idempotencyKey: _, ...keyless } = mail;
  await Promise.all([mailer.send(keyless), mailer.send(keyless)]);
  assert.equal(new Set(received.map(({ raw }) => headersOf(raw).get("message-id"))).size, 2);
});

test("no password and no mail goes where encryption is missing or not to be trusted", async (context) => {
  let logins = 0;
  const behaviour: Behaviour = {
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: (_, __, done) => {
      logins += 1;
      done(null, { user: "x" });
    },
  };
  const { received, port } = await startMailServer(context, behaviour);
  const clear = mailerFor(context, `smtp://${account}@127.0.0.2:${port}`).mailer;
  assert.match(await codeOf(clear.send(mail)), /^mail\.(not-encrypted|unreachable)$/);
  const server = await startMailServer(context);
  const { mailer } = mailerFor(context, `smtp://${account}@localhost:${server.port}`, "");
  assert.equal(await codeOf(mailer.send(mail)), "mail.not-encrypted");
  assert.deepEqual([logins, received, server.received], [0, [], []]);
});

test("a refusal is told from an absence", async (context) => {
  const { port } = await startMailServer(context);
  const { mailer } = mailerFor(context, `smtp://${account}@localhost:${port}`);
  assert.equal(await codeOf(mailer.send({ ...mail, to: "nobody@bank.example.kr" })), "mail.refused");
  assert.equal(await codeOf(mailer.send({ ...mail, to: "later@bank.example.kr" })), "mail.unreachable");
  const wrong = mailerFor(context, `smtp://hub%40x:wrong@localhost:${port}`).mailer;
  assert.equal(await codeOf(wrong.send(mail)), "mail.refused");
  const away = mailerFor(context, "smtp://localhost:1").mailer;
  assert.equal(await codeOf(away.send(mail)), "mail.unreachable");
});

test("nothing in a mail becomes a header, a second receiver or a second mail", async (context) => {
  const { received, port } = await startMailServer(context);
  const { mailer } = mailerFor(context, `smtp://${account}@localhost:${port}`);
  const evil = "x\r\nBcc: victim@example.kr\r\n\r\n.\r\nMAIL FROM:<a@b>\r\n";
  await mailer.send({ ...mail, subject: evil, text: `${evil}.\r\n${evil}`, idempotencyKey: evil });
  assert.equal(received.length, 1);
  assert.deepEqual(received[0]?.to, [mail.to]);
  assert.equal(headersOf(received[0]?.raw ?? "").get("bcc"), undefined);
  for (const to of [
    `a@b.kr\r\nBcc: c@d.kr`,
    "a@b.kr, c@d.kr",
    "A <a@b.kr>",
    "a@b.kr>\r\nRCPT TO:<c@d.kr",
    "a b@c.kr",
    "@b.kr",
    "a@",
    "g:a@b.kr;",
  ]) {
    assert.equal(await codeOf(mailer.send({ ...mail, to })), "mail.bad-address", to);
  }
  assert.equal(received.length, 1);
});

test("an address that is taken has one @ and no room for anything else", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.emailAddress()), (text) => {
      const taken = (() => {
        try {
          return checkedAddress(text);
        } catch {
          return null;
        }
      })();
      if (taken !== null) assert.ok(taken.split("@").length === 2 && !/[\s\p{Cc},;<>"]/u.test(taken));
    }),
  );
  assert.equal(checkedAddress("홍길동@예시.한국"), "홍길동@예시.한국");
});

test("without a server the whole mail is in the log", async (context) => {
  const { mailer, lines } = mailerFor(context, null);
  await mailer.send(mail);
  assert.deepEqual(lines[0]?.[0], { to: mail.to, subject: mail.subject, text: mail.text, language: "ko" });
  assert.match(mail.text, /https:\/\/hub\.example\.kr\/i\/abc/);
  assert.equal(await codeOf(mailer.send({ ...mail, to: "a@b\nc" })), "mail.bad-address");
});
