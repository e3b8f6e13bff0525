import assert from "node:assert/strict";
import { Authenticator } from "../../../testing/authenticator.ts";
import { onBothDatabases } from "../../../testing/databases.ts";
import { openAccounts } from "./index.ts";
import { type Browser, secret, startHub, type TestHub } from "./testing/hub.ts";

const hours = (count: number): number => count * 60 * 60_000;

const isIn = async (hub: TestHub, browser: Browser) =>
  (await hub.accounts.session(new Headers({ cookie: browser.cookie }))) !== null;

/** Somebody with a passkey, and how they sign in at another browser. */
async function withPasskey(hub: TestHub) {
  const authenticator = new Authenticator({ origin: hub.url });
  const first = await hub.setUp();
  const options = await first.get("/passkey/generate-register-options");
  await first.post("/passkey/verify-registration", { response: authenticator.create(options.body), name: "열쇠" });
  const signIn = async (browser = hub.browser()): Promise<Browser> => {
    const { body } = await browser.get("/passkey/generate-authenticate-options");
    const answer = await browser.post("/passkey/verify-authentication", { response: authenticator.get(body) });
    assert.equal(answer.status, 200, answer.text);
    return browser;
  };
  await signIn(first);
  return { first, signIn };
}

onBothDatabases("sessions are listed and ended, by their person and by an administrator", async (database, context) => {
  const hub = await startHub(database, context);
  const { first, signIn } = await withPasskey(hub);
  const [second, third, fourth] = [await signIn(), await signIn(), await signIn()];
  const { items } = (await second.get("/sessions")).body;
  assert.equal(items.length, 4);
  assert.equal(items.filter((item: { isCurrent: boolean }) => item.isCurrent).length, 1);
  assert.ok(items.every((item: object) => !("token" in item)));
  assert.equal(items[0].address, "203.0.113.7");

  const { session } = (await third.get("/session")).body;
  assert.deepEqual((await second.post("/sessions/end", { id: session.id })).body, { ended: 1 });
  assert.deepEqual([await isIn(hub, second), await isIn(hub, third)], [true, false]);
  assert.equal((await second.post("/sessions/end", { id: session.id })).body.code, "accounts.unknown-session");
  assert.deepEqual((await second.post("/sessions/end-others")).body, { ended: 2 });
  assert.deepEqual([await isIn(hub, first), await isIn(hub, second), await isIn(hub, fourth)], [false, true, false]);

  const found = await hub.accounts.session(new Headers({ cookie: second.cookie }));
  assert.ok(found);
  await hub.accounts.endSession(database.kysely, found.person, found.session);
  assert.equal(await isIn(hub, second), false);
  const again = await signIn();
  assert.equal(await hub.accounts.endSessions(database.kysely, found.person), 1);
  assert.equal(await isIn(hub, again), false);
});

onBothDatabases("a session ends after twelve idle hours, and after seven days of use", async (database, context) => {
  const hub = await startHub(database, context);
  const { first, signIn } = await withPasskey(hub);
  hub.clock.advance(hours(12) - 1);
  assert.equal(await isIn(hub, first), true);
  hub.clock.advance(hours(12) - 1);
  assert.equal(await isIn(hub, first), true, "being used keeps it");
  hub.clock.advance(hours(12));
  assert.equal(await isIn(hub, first), false);

  const second = await signIn();
  for (let count = 0; count < 33; count += 1) {
    hub.clock.advance(hours(5));
    assert.equal(await isIn(hub, second), true, `${(count + 1) * 5} hours`);
  }
  hub.clock.advance(hours(5));
  assert.equal(await isIn(hub, second), false);
});

onBothDatabases("who is suspended is out at once, and stays out afterwards", async (database, context) => {
  const hub = await startHub(database, context);
  const { first, signIn } = await withPasskey(hub);
  await database.execute("update person set status = 'suspended'");
  assert.equal(await isIn(hub, first), false);
  await assert.rejects(signIn(), /accounts\.suspended/);
  await database.execute("update person set status = 'active'");
  assert.equal(await isIn(hub, first), false, "the session does not come back");
  assert.equal(await isIn(hub, await signIn()), true);
});

onBothDatabases("signing in again replaces the browser's session", async (database, context) => {
  const hub = await startHub(database, context);
  const { first, signIn } = await withPasskey(hub);
  const before = first.cookie;
  await signIn(first);
  assert.notEqual(first.cookie, before);
  const stolen = hub.browser();
  stolen.cookie = before;
  assert.equal(await isIn(hub, stolen), false);
});

onBothDatabases("a cookie that is changed, made up or unsigned is nobody's", async (database, context) => {
  const hub = await startHub(database, context);
  const { first } = await withPasskey(hub);
  const { rows } = await database.execute("select token from session");
  const token = String(Reflect.get(Object(rows[0]), "token"));
  for (const value of [token, `${token}.`, `${token}.${"A".repeat(43)}=`, "%", "%E0%A4%A", ".", ""]) {
    assert.equal(await hub.accounts.session(new Headers({ cookie: `bongsu.session_token=${value}` })), null, value);
  }
  assert.equal(
    await hub.accounts.session(new Headers({ cookie: first.cookie.replace(/session_token=./, "session_token=_") })),
    null,
  );
  assert.equal(await hub.accounts.session(new Headers()), null);
});

onBothDatabases("over https cookies are bound to the host, and never readable by scripts", async (database) => {
  const nothing = { debug: () => {}, warn: () => {}, error: () => {} };
  const url = "https://hub.example";
  const accounts = openAccounts({
    database,
    config: { url, oidcIssuer: null, oidcClientId: null, oidcClientSecret: null, oidcName: null },
    secret,
    mail: { send: async () => {} },
    log: nothing,
    record: async () => {},
  });
  const code = await accounts.setUpCode();
  const person = { name: "관리자", email: "a@hub.example", password: "grund ofen kelle", language: "ko" };
  const organisation = { handle: "nis", name: { en: "N", ko: "엔" }, sector: "government", region: "KR-11" };
  const headers = { "content-type": "application/json", origin: url };
  const body = JSON.stringify({ code, organisation, person });
  const own = await accounts.handler(new Request(`${url}/api/auth/set-up`, { method: "POST", headers, body }));
  const theirs = await accounts.handler(new Request(`${url}/api/auth/passkey/generate-authenticate-options`));
  const signed = await accounts.handler(
    new Request(`${url}/api/auth/sign-in/email`, { method: "POST", headers, body: JSON.stringify(person) }),
  );
  const lines = [own, theirs, signed].flatMap((response) => response.headers.getSetCookie());
  assert.ok(lines.length >= 3);
  for (const line of lines) {
    assert.match(line, /^__Host-bongsu\./);
    for (const flag of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
      assert.ok(line.split("; ").includes(flag), line);
    assert.doesNotMatch(line, /domain/i);
  }
  assert.equal(own.headers.get("cache-control"), "no-store");
  await accounts.close();
});

onBothDatabases("what another site's page sends is refused", async (database, context) => {
  const hub = await startHub(database, context);
  const { first } = await withPasskey(hub);
  const send = async (headers: Record<string, string>) => {
    const request = { method: "POST", body: "{}", headers: { "content-type": "application/json", ...headers } };
    const response = await fetch(`${hub.url}/api/auth/sessions/end-others`, request);
    return ((await response.json()) as { code?: string }).code ?? "done";
  };
  const cookie = first.cookie;
  assert.equal(await send({ cookie, origin: "https://evil.example" }), "accounts.foreign-origin");
  assert.equal(await send({ cookie, origin: `${hub.url}.evil.example` }), "accounts.foreign-origin");
  assert.equal(await send({ cookie, origin: "null" }), "accounts.foreign-origin");
  assert.equal(await send({ cookie, "sec-fetch-site": "cross-site" }), "accounts.foreign-origin");
  assert.equal(await send({ cookie }), "accounts.foreign-origin");
  assert.equal(await send({ cookie, origin: hub.url, "content-type": "text/plain" }), "accounts.invalid-request");
  assert.equal(await send({ cookie, origin: hub.url }), "done");
});

onBothDatabases(
  "what the hub does not offer is not there, and hostile bodies are answered",
  async (database, context) => {
    const hub = await startHub(database, context);
    const browser = hub.browser();
    for (const path of [
      "/sign-up/email",
      "/update-user",
      "/delete-user",
      "/link-social",
      "/set-password",
      "/sign-in/social",
    ]) {
      assert.deepEqual([(await browser.post(path, {})).status, path], [404, path]);
    }
    for (const path of [
      "/get-session",
      "/ok",
      "/error",
      "/list-sessions",
      "/reset-password/x?callbackURL=/",
      "/verify-email",
    ]) {
      assert.deepEqual([(await browser.get(path)).status, path], [404, path]);
    }
    for (const body of [
      { email: 1 },
      { email: "a@b.example", password: { $ne: "" } },
      [],
      { email: "x".repeat(70_000) },
    ]) {
      const { status, body: answer } = await browser.post("/sign-in/email", body);
      assert.deepEqual([status, answer.code], [400, "accounts.invalid-request"]);
    }
    const korean = await fetch(`${hub.url}/api/auth/nothing`, { headers: { "accept-language": "ko-KR,ko;q=0.9" } });
    assert.equal(korean.headers.get("content-type"), "application/problem+json; charset=utf-8");
    assert.match(String(Reflect.get(Object(await korean.json()), "title")), /[가-힣]/);
  },
);
