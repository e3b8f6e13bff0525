import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type TestContext, test } from "node:test";
import { discover } from "./provider.ts";
import type { Setting } from "./setting.ts";

/** A provider that says of itself what the test wants. */
async function provider(context: TestContext, said: (issuer: string) => object): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(said(issuer)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => void server.close());
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return issuer;
}

const asking = (oidcIssuer: string) => {
  const config = {
    url: "http://localhost:8400",
    oidcIssuer,
    oidcClientId: "hub",
    oidcClientSecret: "s",
    oidcName: null,
  };
  return discover({ config, log: { debug: () => {}, warn: () => {}, error: () => {} } } as Pick<
    Setting,
    "config" | "log"
  > as Setting);
};

test("a provider may stand on a private address that the operator named", async (context) => {
  const issuer = await provider(context, (own) => ({
    issuer: own,
    token_endpoint: `${own}/token`,
    jwks_uri: `${own}/jwks`,
  }));
  assert.equal((await asking(issuer)).authentication, "basic");
});

test("a provider cannot lead the hub to other addresses inside", async (context) => {
  for (const inside of ["http://169.254.169.254/latest/meta-data", "http://10.0.0.7/token", "http://[::1]:5432/"]) {
    const issuer = await provider(context, (own) => ({ issuer: own, token_endpoint: inside }));
    await assert.rejects(asking(issuer), { code: "accounts.single-sign-on-unavailable" }, inside);
  }
});

test("a provider that goes by another name, or redirects, is not taken", async (context) => {
  const issuer = await provider(context, () => ({ issuer: "https://other.example" }));
  await assert.rejects(asking(issuer), { code: "accounts.single-sign-on-unavailable" });
});
