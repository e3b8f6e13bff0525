import assert from "node:assert/strict";
import { createTransport } from "nodemailer";
import { onBothDatabases } from "../../../testing/databases.ts";
import { startSmtp } from "../../../testing/smtp.ts";
import { admin, password, startHub, type TestHub } from "./testing/hub.ts";

const organisation = { handle: "nis", name: { en: "Centre", ko: "센터" }, sector: "government", region: "KR-11" };

const invite = async (hub: TestHub, database: Parameters<TestHub["accounts"]["invite"]>[0], email: string) =>
  hub.accounts.invite(database, {
    email,
    organisation: await hub.organisation(),
    role: "analyst",
    sector: null,
    language: "en",
    by: null,
  });

onBothDatabases("the code of the console sets the hub up, once", async (database, context) => {
  const hub = await startHub(database, context);
  assert.equal((await hub.browser().get("/methods")).body.needsSetUp, true);
  const old = await hub.accounts.setUpCode();
  const code = await hub.accounts.setUpCode();
  assert.match(code ?? "", /^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
  const { rows } = await database.execute("select encode(hash, 'escape') as hash from set_up");
  assert.ok(!JSON.stringify(rows).includes(code ?? ""));
  const send = async (given: string | null, person: object = admin) =>
    hub.browser().post("/set-up", { code: given, organisation, person });
  assert.equal((await send(old)).body.code, "accounts.set-up-code-wrong");
  assert.equal((await send(code, { ...admin, password: "password1234" })).body.code, "accounts.password-too-common");
  const { body } = await hub
    .browser()
    .post("/set-up", { code, person: admin, organisation: { ...organisation, region: "XX" } });
  assert.equal(body.code, "members.unknown-region");
  assert.deepEqual((await send(` ${code?.toLowerCase().replaceAll("-", "")} `)).body, {
    signedIn: true,
    strength: "password",
  });
  assert.equal((await send(code)).body.code, "accounts.set-up-already");
  assert.equal(await hub.accounts.setUpCode(), null);
  assert.equal((await hub.browser().get("/methods")).body.needsSetUp, false);
  const roles = await database.execute("select role from membership order by role");
  assert.deepEqual(roles.rows, [{ role: "hub-administrator" }, { role: "organisation-administrator" }]);
});

onBothDatabases("of two who set the hub up at once exactly one does", async (database, context) => {
  const hub = await startHub(database, context);
  const code = await hub.accounts.setUpCode();
  const answers = await Promise.all(
    ["one", "two", "three"].map((handle) =>
      hub.browser().post("/set-up", {
        code,
        organisation: { ...organisation, handle },
        person: { ...admin, email: `${handle}@hub.example` },
      }),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
  const { rows } = await database.execute("select handle from organisation");
  assert.equal(rows.length, 1);
});

onBothDatabases("the set-up code can be tried ten times and for a day", async (database, context) => {
  const hub = await startHub(database, context);
  const code = await hub.accounts.setUpCode();
  const send = async (given: string | null) =>
    (await hub.browser().post("/set-up", { code: given, organisation, person: admin })).body.code ?? "done";
  for (let count = 0; count < 10; count += 1)
    assert.equal(await send("AAAA-AAAA-AAAA-AAAA"), "accounts.set-up-code-wrong");
  assert.equal(await send(code), "accounts.set-up-code-wrong");
  const next = await hub.accounts.setUpCode();
  hub.clock.advance(24 * 60 * 60_000);
  assert.equal(await send(next), "accounts.set-up-code-wrong");
  assert.equal(await send(await hub.accounts.setUpCode()), "done");
});

onBothDatabases(
  "an invitation comes by mail in both languages, is looked at and accepted once",
  async (database, context) => {
    const hub = await startHub(database, context);
    await hub.setUp();
    const smtp = await startSmtp();
    context.after(() => smtp.close());
    await invite(hub, database.kysely, "Analyst@nis.example");
    const [letter] = hub.letters;
    assert.ok(letter);
    await createTransport(smtp.url).sendMail({ from: "hub@hub.example", ...letter });
    await smtp.until(1);
    const mail = smtp.received[0];
    assert.deepEqual(mail?.to, ["analyst@nis.example"]);
    assert.equal(mail?.subject, "Invitation to Bongsu: Cyber Security Centre");
    assert.match(mail?.text ?? "", /You are invited[\s\S]*분석가\)에 초대되었습니다/);
    const token = new RegExp(`${hub.url}/invitation#([\\w-]{43})\\n`).exec(mail?.text ?? "")?.[1];
    assert.ok(token);

    const shown = await hub.browser().post("/invitation", { token });
    assert.equal(shown.body.email, "analyst@nis.example");
    assert.equal(shown.body.role.code, "analyst");
    assert.equal(shown.body.hasAccount, false);
    const weak = await hub
      .browser()
      .post("/accept-invitation", { token, name: "Analyst", password: "analyst-analyst" });
    assert.equal(weak.body.code, "accounts.password-too-personal");
    const browser = hub.browser();
    const accepted = await browser.post("/accept-invitation", { token, name: "이서연", password });
    assert.deepEqual(accepted.body, { signedIn: true, strength: "password" }, accepted.text);
    const { person } = (await browser.get("/session")).body;
    assert.deepEqual([person.name, person.language], ["이서연", "en"]);
    const { rows } = await database.execute("select role, granted_by from membership where person = $1", [person.id]);
    assert.deepEqual(rows, [{ role: "analyst", granted_by: null }]);
    assert.equal(
      (await hub.browser().post("/accept-invitation", { token, name: "Again" })).body.code,
      "accounts.link-invalid",
    );
    assert.deepEqual(await hub.accounts.listInvitations(database.kysely), []);
  },
);

onBothDatabases("of two who accept the same invitation at once one does", async (database, context) => {
  const hub = await startHub(database, context);
  await hub.setUp();
  await invite(hub, database.kysely, "new@nis.example");
  const token = await hub.link("new@nis.example");
  const answers = await Promise.all(
    [1, 2, 3].map(() => hub.browser().post("/accept-invitation", { token, name: "새 사람", password })),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  const { rows } = await database.execute("select id from person where email = 'new@nis.example'");
  assert.equal(rows.length, 1);
});

onBothDatabases("an invitation ends by time, by withdrawal and by a newer one", async (database, context) => {
  const hub = await startHub(database, context);
  await hub.setUp();
  const open = async (token: string) => (await hub.browser().post("/invitation", { token })).body.code ?? "open";
  await invite(hub, database.kysely, "a@nis.example");
  const first = await hub.link("a@nis.example");
  const { id, organisation: owner } = await invite(hub, database.kysely, "a@nis.example");
  const second = await hub.link("a@nis.example");
  assert.deepEqual([await open(first), await open(second)], ["accounts.link-invalid", "open"]);
  assert.deepEqual(
    (await hub.accounts.listInvitations(database.kysely, owner)).map((own) => own.id),
    [id],
  );
  const other = "00000000-0000-7000-8000-000000000000";
  await assert.rejects(hub.accounts.revokeInvitation(database.kysely, other, id), /accounts\.unknown-invitation/);
  await hub.accounts.revokeInvitation(database.kysely, owner, id);
  assert.equal(await open(second), "accounts.link-invalid");
  await invite(hub, database.kysely, "a@nis.example");
  const third = await hub.link("a@nis.example");
  hub.clock.advance(7 * 24 * 60 * 60_000);
  assert.equal(await open(third), "accounts.link-invalid");
  const { rows } = await database.execute("select encode(hash, 'escape') as hash from invitation");
  assert.ok([first, second, third].every((token) => !JSON.stringify(rows).includes(token)));
});

onBothDatabases("who has an account gets the membership, and no session by the link", async (database, context) => {
  const hub = await startHub(database, context);
  await hub.setUp();
  await invite(hub, database.kysely, admin.email);
  const token = await hub.link(admin.email);
  const browser = hub.browser();
  const body = { token, name: "Somebody Else", password: "velvet otter parade" };
  assert.deepEqual((await browser.post("/accept-invitation", body)).body, { signedIn: false });
  assert.equal(browser.cookie, "");
  const { rows } = await database.execute("select role from membership order by role");
  assert.deepEqual(
    rows.map((row) => Reflect.get(Object(row), "role")),
    ["analyst", "hub-administrator", "organisation-administrator"],
  );
  const person = await database.execute("select name from person");
  assert.deepEqual(person.rows, [{ name: admin.name }]);
  assert.equal(
    (await browser.post("/sign-in/email", { email: admin.email, password })).status,
    200,
    "the password stays",
  );
});

onBothDatabases("who lost everything begins again by an administrator's hand", async (database, context) => {
  const hub = await startHub(database, context);
  await hub.setUp();
  await invite(hub, database.kysely, "keyless@nis.example");
  const token = await hub.link("keyless@nis.example");
  const browser = hub.browser();
  await browser.post("/accept-invitation", { token, name: "열쇠 없음" });
  const session = await hub.accounts.session(new Headers({ cookie: browser.cookie }));
  assert.ok(session);
  await hub.accounts.removeFactors(database.kysely, session.person, session.person);
  assert.equal(await hub.accounts.session(new Headers({ cookie: browser.cookie })), null);
  assert.deepEqual(hub.kinds().slice(-1), ["factors-removed"]);
  await hub.browser().post("/request-password-reset", { email: "keyless@nis.example" });
  const reset = await hub.link("keyless@nis.example");
  assert.deepEqual((await hub.browser().post("/reset-password", { token: reset, newPassword: password })).body, {
    changed: true,
  });
  const again = await hub.browser().post("/sign-in/email", { email: "keyless@nis.example", password });
  assert.deepEqual(again.body, { signedIn: true, strength: "password" });
});
