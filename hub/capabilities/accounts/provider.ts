import { guardOf } from "../../platform/net/index.ts";
import type { Provider } from "./library.ts";
import { limits } from "./limits.ts";
import { accountProblems } from "./problems.ts";
import type { Setting } from "./setting.ts";

const endpoints = ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"] as const;

type Description = {
  [Name in "issuer" | "token_endpoint_auth_methods_supported" | (typeof endpoints)[number]]?: unknown;
};

/**
 * The provider of single sign-on, after it described itself (OpenID Connect Discovery 1.0 §4), in a bounded time and
 * under the very name that the configuration gives. Throws `accounts.single-sign-on-unavailable`.
 */
export async function discover({ config, log }: Setting): Promise<Provider> {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = config;
  const unavailable = () => accountProblems.error("accounts.single-sign-on-unavailable");
  if (issuer === null || clientId === null || clientSecret === null) throw unavailable();
  const discoveryUrl = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const { hostname, protocol } = new URL(issuer);
  const http = protocol === "http:";
  const guard = guardOf({ allow: [...(config.allowPrivateAddresses ?? []), hostname.replace(/^\[|\]$/g, "")] });
  try {
    const response = await guard.fetch(discoveryUrl, { http, limits: { total: limits.discovery, redirects: 0 } });
    const said = (await response.json()) as Description;
    // What is called later is what the provider names here: it cannot lead us inside.
    for (const endpoint of endpoints) {
      if (typeof said[endpoint] === "string") await guard.check(said[endpoint], { http });
    }
    if (said.issuer !== issuer) throw new Error(`the provider calls itself ${String(said.issuer)}`);
    const methods = said.token_endpoint_auth_methods_supported;
    // Without a word of the provider, `client_secret_basic` is meant (§3).
    const basic = !Array.isArray(methods) || methods.includes("client_secret_basic");
    return { discoveryUrl, clientId, clientSecret, authentication: basic ? "basic" : "post" };
  } catch (err) {
    log.error({ err, issuer }, "sign-in: the provider of single sign-on cannot be used");
    throw unavailable();
  } finally {
    await guard.close();
  }
}
