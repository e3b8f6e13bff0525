import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { onBothDatabases } from "../../../testing/databases.ts";
import { type OidcPerson, startOidcProvider } from "../../../testing/oidc-provider.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Browser, startHub } from "./testing/hub.ts";

async function withProvider(database: Database, context: TestContext, extra: { oidcDomainJoin?: boolean } = {}) {
  let provider: Awaited<ReturnType<typeof startOidcProvider>> | undefined;
  const hub = await startHub(database, context, async (url) => {
    provider = await startOidcProvider(`${url}/api/auth/callback/sso`);
    const { issuer, clientId, clientSecret } = provider;
    return {
      oidcIssuer: issuer,
      oidcClientId: clientId,
      oidcClientSecret: clientSecret,
      oidcName: "정부 통합인증",
      ...extra,
    };
  });
  assert.ok(provider);
  const own = provider;
  context.after(() => own.close());
  const signIn = async (person: OidcPerson | null, browser: Browser = hub.browser()) => {
    own.signIn(person);
    const begun = await browser.post("/sign-in/single-sign-on", { to: "/exposure" });
    assert.equal(begun.status, 200, begun.text);
    const back = await own.walk(begun.body.url);
    const ended = await browser.get(back);
    return { browser, back, url: new URL(begun.body.url), to: ended.headers.get("location") ?? "" };
  };
  return { hub, provider: own, signIn };
}

const somebody = (email: string, changed: Partial<OidcPerson> = {}): OidcPerson => ({
  sub: `sub-${email}`,
  email,
  emailVerified: true,
  name: "박지훈",
  ...changed,
});

onBothDatabases("single sign-on lets in who is invited, with state, nonce and PKCE", async (database, context) => {
  const { hub, signIn } = await withProvider(database, context);
  await hub.setUp();
  assert.deepEqual((await hub.browser().get("/methods")).body.singleSignOn, { name: "정부 통합인증" });
  const email = "jihun@nis.example";
  const input = {
    email,
    organisation: await hub.organisation(),
    role: "reporter",
    sector: null,
    language: "ko",
    by: null,
  } as const;
  await hub.accounts.invite(database.kysely, input);

  const { browser, url, to } = await signIn(somebody(email));
  assert.equal(to, "/exposure");
  for (const name of ["state", "nonce", "code_challenge"]) assert.ok(url.searchParams.get(name), name);
  assert.equal(url.searchParams.get("code_challenge_method"), "S256");
  const { session, person, factors } = (await browser.get("/session")).body;
  assert.equal(session.strength, "single-sign-on");
  assert.deepEqual([person.email, person.name], [email, "박지훈"]);
  assert.equal(factors.singleSignOn, true);
  const { rows } = await database.execute("select role from membership where person = $1", [person.id]);
  assert.deepEqual(rows, [{ role: "reporter" }]);
  const tokens = await database.execute(
    "select 1 from account where access_token is not null or refresh_token is not null or id_token is not null",
  );
  assert.equal(tokens.rows.length, 0, "the provider's tokens are not kept");

  // Another address at the provider later: it is the same person by the provider's own name for them.
  const again = await signIn(somebody(email, { email: "renamed@nis.example" }));
  assert.equal((await again.browser.get("/session")).body.person.id, person.id);
});

onBothDatabases("who is not invited, or whose address is not verified, does not come in", async (database, context) => {
  const { hub, signIn } = await withProvider(database, context);
  await hub.setUp();
  const refusedTo = (code: string) => `${hub.url}/sign-in?error=${code}`;
  const stranger = await signIn(somebody("stranger@nis.example"));
  assert.equal(stranger.to, refusedTo("accounts.not-invited"));
  assert.equal((await stranger.browser.get("/session")).body.session, null);
  const claimed = await signIn(somebody("admin@hub.example", { emailVerified: false }));
  assert.equal(claimed.to, refusedTo("accounts.not-invited"));
  assert.equal((await signIn(null)).to, refusedTo("accounts.single-sign-on-failed"));
  const { rows } = await database.execute("select email from person");
  assert.deepEqual(rows, [{ email: "admin@hub.example" }]);
  assert.equal(hub.kinds().filter((kind) => kind === "sign-in-failed").length, 3);

  const known = await signIn(somebody("admin@hub.example"));
  assert.equal((await known.browser.get("/session")).body.session.strength, "single-sign-on");
});

onBothDatabases(
  "an answer of the provider works once, in the browser that asked, and for nobody suspended",
  async (database, context) => {
    const { hub, provider, signIn } = await withProvider(database, context);
    await hub.setUp();
    const { back } = await signIn(somebody("admin@hub.example"));
    const failed = `${hub.url}/sign-in?error=accounts.single-sign-on-failed`;
    assert.equal((await hub.browser().get(back)).headers.get("location"), failed);
    const begun = await hub.browser().post("/sign-in/single-sign-on");
    const foreign = await provider.walk(begun.body.url);
    assert.equal((await hub.browser().get(foreign)).headers.get("location"), failed);
    await database.execute("update person set status = 'suspended'");
    const { to, browser } = await signIn(somebody("admin@hub.example"));
    assert.equal(to, `${hub.url}/sign-in?error=accounts.suspended`);
    assert.equal((await browser.get("/session")).body.session, null);
  },
);

onBothDatabases(
  "an organisation's verified domain lets in only where that is switched on",
  async (database, context) => {
    const { hub, signIn } = await withProvider(database, context, { oidcDomainJoin: true });
    await hub.setUp();
    const domain = [await hub.organisation(), "nis.example"];
    await database.execute(
      "insert into organisation_domain (organisation, domain, token, added_at) values ($1, $2, 'x', now())",
      domain,
    );
    assert.match((await signIn(somebody("a@nis.example"))).to, /accounts\.not-invited$/, "the domain is not verified");
    await database.execute("update organisation_domain set verified_at = now()");
    assert.equal((await signIn(somebody("a@nis.example"))).to, "/exposure");
    assert.match((await signIn(somebody("a@evil-nis.example"))).to, /accounts\.not-invited$/);
    const { rows } = await database.execute(
      "select role from membership m join person p on p.id = m.person where p.email = 'a@nis.example'",
    );
    assert.deepEqual(rows, [{ role: "read-only" }]);
  },
);

onBothDatabases(
  "a provider that is away keeps nobody from the other ways in, and is asked again",
  async (database, context) => {
    const { hub, provider } = await withProvider(database, context);
    await provider.close();
    const browser = await hub.setUp();
    assert.equal((await browser.get("/session")).body.session.strength, "password");
    const away = await browser.post("/sign-in/single-sign-on", {});
    assert.deepEqual([away.status, away.body.code], [503, "accounts.single-sign-on-unavailable"]);
    for (const to of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      assert.equal((await browser.post("/sign-in/single-sign-on", { to })).body.code, "accounts.invalid-request", to);
    }
  },
);
