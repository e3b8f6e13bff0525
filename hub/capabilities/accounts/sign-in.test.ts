import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { totp } from "../../../testing/totp.ts";
import { admin, type Browser, password, secret, startHub, type TestHub } from "./testing/hub.ts";

/** Enrols an authenticator app; gives its address and the recovery codes. */
async function enrol(browser: Browser): Promise<{ uri: string; code: string; recoveryCodes: string[] }> {
  const enabled = await browser.post("/two-factor/enable", { password });
  assert.equal(enabled.status, 200, enabled.text);
  const uri: string = enabled.body.totpURI;
  const code = totp(uri);
  const verified = await browser.post("/two-factor/verify-totp", { code });
  assert.deepEqual(verified.body, { signedIn: true, strength: "two-factor" });
  return { uri, code, recoveryCodes: enabled.body.recoveryCodes };
}

const strengthOf = async (hub: TestHub, browser: Browser) =>
  (await hub.accounts.session(new Headers({ cookie: browser.cookie })))?.strength ?? null;

onBothDatabases("by password only a second factor can be set up; with it one is in", async (database, context) => {
  const hub = await startHub(database, context);
  const browser = await hub.setUp();
  assert.equal(await strengthOf(hub, browser), "password");
  assert.equal((await browser.get("/sessions")).body.code, "accounts.second-factor-needed");

  const { uri, code, recoveryCodes } = await enrol(browser);
  assert.equal(recoveryCodes.length, 10);
  assert.equal(new Set(recoveryCodes).size, 10);
  assert.equal(await strengthOf(hub, browser), "two-factor");
  assert.equal((await browser.get("/sessions")).body.items.length, 1);

  const other = hub.browser();
  const first = await other.post("/sign-in/email", { email: "ADMIN@hub.example", password });
  assert.deepEqual(first.body, { signedIn: false, secondFactor: ["totp", "recovery-code"] });
  assert.equal(await strengthOf(hub, other), null);
  const replayed = await other.post("/two-factor/verify-totp", { code });
  assert.equal(replayed.body.code, "accounts.wrong-code", "a code works once");
  const second = await other.post("/two-factor/verify-totp", { code: totp(uri, 1) });
  assert.deepEqual(second.body, { signedIn: true, strength: "two-factor" }, second.text);
  assert.equal(await strengthOf(hub, other), "two-factor");
  const { person, factors } = (await other.get("/session")).body;
  assert.equal(person.email, admin.email);
  assert.deepEqual(factors, {
    password: true,
    passkeys: 0,
    authenticatorApp: true,
    recoveryCodes: 10,
    singleSignOn: false,
  });
  assert.deepEqual(hub.kinds(), ["set-up", "second-factor-enrolled", "sign-in-failed", "sign-in"]);
  assert.ok(!JSON.stringify(hub.events).includes(password));

  await other.post("/sign-out");
  assert.equal((await other.get("/session")).body.session, null);
});

onBothDatabases(
  "a recovery code works once, however it is typed, and none stands in the database",
  async (database, context) => {
    const hub = await startHub(database, context);
    const { recoveryCodes } = await enrol(await hub.setUp());
    const [code = ""] = recoveryCodes;
    const browser = hub.browser();
    await browser.post("/sign-in/email", { email: admin.email, password });
    const used = await browser.post("/two-factor/verify-backup-code", {
      code: ` ${code.toUpperCase().replace("-", " ")}`,
    });
    assert.deepEqual(used.body, { signedIn: true, strength: "two-factor", recoveryCodesLeft: 9 }, used.text);

    const again = hub.browser();
    await again.post("/sign-in/email", { email: admin.email, password });
    assert.equal((await again.post("/two-factor/verify-backup-code", { code })).body.code, "accounts.wrong-code");
    const { rows } = await database.execute("select backup_codes from two_factor");
    const kept = JSON.stringify(rows);
    assert.ok(recoveryCodes.every((own) => !kept.includes(own) && !kept.includes(own.replace("-", ""))));
    await hub.accounts.close();
    assert.match(hub.letters.at(-1)?.text ?? "", /복구 코드로 로그인했습니다/);

    const fresh = await browser.post("/two-factor/generate-backup-codes", { password });
    assert.equal(fresh.body.recoveryCodes.length, 10);
    assert.ok(!fresh.body.recoveryCodes.includes(recoveryCodes[1]));
  },
);

onBothDatabases("who is unknown and who errs get the same answer", async (database, context) => {
  const hub = await startHub(database, context);
  await hub.setUp();
  const wrong = await hub.browser().post("/sign-in/email", { email: admin.email, password: "wrong password!" });
  const unknown = await hub
    .browser()
    .post("/sign-in/email", { email: "nobody@hub.example", password: "wrong password!" });
  assert.equal(wrong.status, 401);
  assert.deepEqual([unknown.status, unknown.text], [wrong.status, wrong.text]);
  assert.deepEqual([...unknown.headers.keys()], [...wrong.headers.keys()]);
  const known = await hub.browser().post("/request-password-reset", { email: admin.email });
  const stranger = await hub.browser().post("/request-password-reset", { email: "nobody@hub.example" });
  assert.deepEqual([stranger.status, stranger.text], [known.status, known.text]);
  await hub.accounts.close();
  assert.deepEqual(
    hub.letters.map(({ to }) => to),
    [admin.email],
  );
});

onBothDatabases(
  "after five wrong passwords the account waits, longer each time, unknown ones as well",
  async (database, context) => {
    const hub = await startHub(database, context);
    await hub.setUp();
    const attempt = async (email: string, typed: string) =>
      (await hub.browser().post("/sign-in/email", { email, password: typed })).body.code ?? "in";
    const fiveWrong = async (email: string) => {
      for (let count = 0; count < 5; count += 1)
        assert.equal(await attempt(email, "wrong password!"), "accounts.wrong-credentials");
    };
    await fiveWrong(admin.email);
    const waits = await hub.browser().post("/sign-in/email", { email: admin.email, password });
    assert.deepEqual(
      [waits.status, waits.body.code, waits.headers.get("retry-after")],
      [429, "accounts.too-many-tries", "300"],
    );
    await fiveWrong("nobody@hub.example");
    assert.equal(await attempt("nobody@hub.example", password), "accounts.too-many-tries");

    await hub.accounts.close();
    const told = hub.letters.filter(({ subject }) => /제한/.test(subject));
    assert.deepEqual(
      told.map(({ to }) => to),
      [admin.email],
    );
    assert.match(told[0]?.text ?? "", /203\.0\.113\.7/);
    assert.equal(hub.kinds().filter((kind) => kind === "locked-out").length, 2);

    hub.clock.advance(5 * 60_000 - 1);
    assert.equal(await attempt(admin.email, password), "accounts.too-many-tries");
    hub.clock.advance(1);
    await fiveWrong(admin.email);
    const longer = await hub.browser().post("/sign-in/email", { email: admin.email, password });
    assert.equal(longer.headers.get("retry-after"), "600");
    hub.clock.advance(10 * 60_000);
    assert.equal(await attempt(admin.email, password), "in");
    await fiveWrong(admin.email);
    assert.equal(
      (await hub.browser().post("/sign-in/email", { email: admin.email, password })).headers.get("retry-after"),
      "300",
      "a sign-in forgets what was before",
    );
  },
);

onBothDatabases("many tries at once, by several processes, are no more than five", async (database, context) => {
  const hub = await startHub(database, context);
  const second = await startHub(database, context);
  await hub.setUp();
  const codes = await Promise.all(
    Array.from({ length: 24 }, async (_, index) => {
      const browser = (index % 2 === 0 ? hub : second).browser();
      return (await browser.post("/sign-in/email", { email: admin.email, password: `wrong password ${index}` })).body
        .code;
    }),
  );
  assert.equal(codes.filter((code) => code === "accounts.wrong-credentials").length, 5);
  assert.equal(codes.filter((code) => code === "accounts.too-many-tries").length, 19);
});

onBothDatabases("the right password does not make codes guessable without end", async (database, context) => {
  const hub = await startHub(database, context);
  await enrol(await hub.setUp());
  let guesses = 0;
  for (let round = 0; round < 4; round += 1) {
    const browser = hub.browser();
    const first = await browser.post("/sign-in/email", { email: admin.email, password });
    if (first.status !== 200) continue;
    for (let count = 0; count < 3; count += 1) {
      const { body } = await browser.post("/two-factor/verify-totp", { code: `00000${count}` });
      if (body.code === "accounts.wrong-code") guesses += 1;
    }
  }
  assert.equal(guesses, 5);
});

onBothDatabases("a password is reset by a link that works once, and every session ends", async (database, context) => {
  const hub = await startHub(database, context);
  const browser = await hub.setUp();
  const { uri } = await enrol(browser);
  await hub.browser().post("/request-password-reset", { email: admin.email });
  const token = await hub.link(admin.email);
  const { rows } = await database.execute("select identifier from verification");
  assert.ok(!JSON.stringify(rows).includes(token), "only the link's hash is kept");
  const weak = await hub.browser().post("/reset-password", { token, newPassword: "password1234" });
  assert.equal(weak.body.code, "accounts.password-too-common");
  const newPassword = "velvet otter parade";
  assert.deepEqual((await hub.browser().post("/reset-password", { token, newPassword })).body, { changed: true });
  assert.equal(
    (await hub.browser().post("/reset-password", { token, newPassword })).body.code,
    "accounts.link-invalid",
  );
  assert.equal(await strengthOf(hub, browser), null);
  const other = hub.browser();
  assert.equal((await other.post("/sign-in/email", { email: admin.email, password })).status, 401);
  const first = await other.post("/sign-in/email", { email: admin.email, password: newPassword });
  assert.equal(first.body.signedIn, false, "the second factor stays");
  assert.equal((await other.post("/two-factor/verify-totp", { code: totp(uri, 1) })).body.signedIn, true);

  const changed = await other.post("/change-password", { currentPassword: newPassword, newPassword: password });
  assert.deepEqual(changed.body, { changed: true }, changed.text);
  assert.equal(await strengthOf(hub, other), "two-factor");
  const erring = await other.post("/change-password", {
    currentPassword: newPassword,
    newPassword: "velvet otter parade",
  });
  assert.equal(erring.body.code, "accounts.wrong-password");
  hub.clock.advance(16 * 60_000);
  const late = await other.post("/change-password", { currentPassword: password, newPassword });
  assert.equal(late.body.code, "accounts.sign-in-again");
});

onBothDatabases("requests for resets are answered alike and stop sending", async (database, context) => {
  const hub = await startHub(database, context);
  await hub.setUp();
  for (let count = 0; count < 9; count += 1) {
    const { body } = await hub.browser().post("/request-password-reset", { email: admin.email });
    assert.deepEqual(body, { accepted: true });
  }
  await hub.accounts.close();
  assert.equal(hub.letters.length, 5);
});

onBothDatabases("the address changes once the new one is read", async (database, context) => {
  const hub = await startHub(database, context);
  const browser = await hub.setUp();
  await enrol(browser);
  assert.deepEqual((await browser.post("/change-email", { email: "New@hub.example" })).body, { accepted: true });
  const token = await hub.link("new@hub.example");
  assert.equal((await browser.get("/session")).body.person.email, admin.email);
  assert.deepEqual((await hub.browser().post("/confirm-email", { token })).body, { email: "new@hub.example" });
  assert.equal((await browser.get("/session")).body.person.email, "new@hub.example");
  assert.equal((await hub.browser().post("/confirm-email", { token })).body.code, "accounts.link-invalid");
  await hub.accounts.close();
  assert.equal(hub.letters.at(-1)?.to, admin.email, "the old address is told");
});

onBothDatabases(
  "after the hub's key changed, apps and recovery codes go on; sessions end",
  async (database, context) => {
    const before = await startHub(database, context);
    const browser = await before.setUp();
    const { uri, recoveryCodes } = await enrol(browser);
    const changed = { secret: "another secret, as long as the one before it was", earlierSecrets: [secret] };
    const after = await startHub(database, context, undefined, changed);
    assert.equal(await after.accounts.session(new Headers({ cookie: browser.cookie })), null);
    for (const [path, code] of [
      ["verify-totp", totp(uri, 1)],
      ["verify-backup-code", recoveryCodes[3]],
    ]) {
      const own = after.browser();
      await own.post("/sign-in/email", { email: admin.email, password });
      assert.equal((await own.post(`/two-factor/${path}`, { code })).body.signedIn, true, path);
    }
  },
);
