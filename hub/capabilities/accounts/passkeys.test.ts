import assert from "node:assert/strict";
import { Authenticator } from "../../../testing/authenticator.ts";
import { onBothDatabases } from "../../../testing/databases.ts";
import { admin, type Browser, password, startHub } from "./testing/hub.ts";

async function register(browser: Browser, authenticator: Authenticator, name = "노트북") {
  const options = await browser.get("/passkey/generate-register-options");
  if (options.status !== 200) return options;
  assert.equal(options.body.authenticatorSelection.userVerification, "required");
  assert.equal(options.body.authenticatorSelection.residentKey, "required");
  return browser.post("/passkey/verify-registration", { response: authenticator.create(options.body), name });
}

async function signIn(browser: Browser, authenticator: Authenticator) {
  const options = await browser.get("/passkey/generate-authenticate-options");
  assert.equal(options.body.userVerification, "required");
  assert.equal(options.body.allowCredentials, undefined, "the passkey itself says whose it is");
  const response = authenticator.get(options.body);
  return { answer: await browser.post("/passkey/verify-authentication", { response }), response };
}

onBothDatabases("a passkey is registered, signs in alone, is named and removed", async (database, context) => {
  const hub = await startHub(database, context);
  const browser = await hub.setUp();
  const authenticator = new Authenticator({ origin: hub.url });
  const registered = await register(browser, authenticator);
  assert.equal(registered.status, 200, registered.text);

  const other = hub.browser();
  const { answer, response } = await signIn(other, authenticator);
  assert.deepEqual(answer.body, { signedIn: true, strength: "passkey" }, answer.text);
  const replayed = await other.post("/passkey/verify-authentication", { response });
  assert.equal(replayed.body.code, "accounts.sign-in-expired", "a challenge is answered once");
  assert.equal((await hub.accounts.session(new Headers({ cookie: other.cookie })))?.strength, "passkey");

  const { items } = (await other.get("/passkey/list-user-passkeys")).body;
  assert.deepEqual(
    items.map(({ name }: { name: string }) => name),
    ["노트북"],
  );
  assert.deepEqual(Object.keys(items[0]).sort(), ["aaguid", "backedUp", "createdAt", "id", "name"]);
  const { id } = items[0];
  assert.equal((await other.post("/passkey/update-passkey", { id, name: "열쇠" })).status, 200);
  hub.clock.advance(16 * 60_000);
  assert.equal((await other.post("/passkey/delete-passkey", { id })).body.code, "accounts.sign-in-again");
  await signIn(other, authenticator);
  assert.deepEqual((await other.post("/passkey/delete-passkey", { id })).body, { removed: true });
  assert.equal((await other.post("/passkey/delete-passkey", { id })).body.code, "accounts.unknown-passkey");
  const gone = await signIn(hub.browser(), authenticator);
  assert.equal(gone.answer.body.code, "accounts.wrong-passkey");
  assert.deepEqual(hub.kinds(), ["set-up", "passkey-added", "sign-in", "sign-in", "passkey-removed", "sign-in-failed"]);
});

onBothDatabases(
  "a passkey that does not verify its user is refused, at registration and at sign-in",
  async (database, context) => {
    const hub = await startHub(database, context);
    const browser = await hub.setUp();
    const careless = new Authenticator({ origin: hub.url, verifiesUser: false });
    assert.equal((await register(browser, careless)).body.code, "accounts.passkey-refused");
    const { rows } = await database.execute("select id from passkey");
    assert.equal(rows.length, 0);
    const authenticator = new Authenticator({ origin: hub.url });
    await register(browser, authenticator);
    authenticator.verifiesUser = false;
    const { answer } = await signIn(hub.browser(), authenticator);
    assert.deepEqual([answer.status, answer.body.code], [422, "accounts.passkey-refused"]);
    const sessions = await database.execute("select id from session where strength = 'passkey'");
    assert.equal(sessions.rows.length, 0);
  },
);

onBothDatabases("a phishing page's passkey answer opens nothing", async (database, context) => {
  const hub = await startHub(database, context);
  const browser = await hub.setUp();
  const authenticator = new Authenticator({ origin: hub.url });
  await register(browser, authenticator);
  await signIn(browser, authenticator);
  authenticator.origin = "https://hub.exarnple";
  assert.equal((await signIn(hub.browser(), authenticator)).answer.body.code, "accounts.wrong-passkey");
  assert.equal((await register(browser, authenticator)).body.code, "accounts.passkey-refused");
});

onBothDatabases("who has a passkey enrols nothing by a password that may be stolen", async (database, context) => {
  const hub = await startHub(database, context);
  await register(await hub.setUp(), new Authenticator({ origin: hub.url }));
  const thief = hub.browser();
  const answer = await thief.post("/sign-in/email", { email: admin.email, password });
  assert.deepEqual(answer.body, { signedIn: true, strength: "password" });
  const refused = "accounts.second-factor-needed";
  assert.equal((await thief.post("/two-factor/enable", { password })).body.code, refused);
  assert.equal((await register(thief, new Authenticator({ origin: hub.url }))).body.code, refused);
  assert.equal(
    (await thief.post("/change-password", { currentPassword: password, newPassword: "x".repeat(20) })).body.code,
    refused,
  );
});
