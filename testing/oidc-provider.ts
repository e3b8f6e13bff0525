import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider tells of somebody who signs in there. */
export interface OidcPerson {
  sub: string;
  email: string;
  emailVerified: boolean;
  name: string;
}

export interface TestOidcProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is signed in at the provider from now on; null: whoever comes is turned away. */
  signIn(person: OidcPerson | null): void;
  /** Walks the redirects from the authorization request to the client's callback, as a browser does; gives that address. */
  walk(authorization: string): Promise<string>;
  close(): Promise<void>;
}

/** Cookies of one browser at one place. */
class Jar {
  readonly #cookies = new Map<string, string>();

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

/** An OpenID provider of its own on a free port of this machine, with one client whose redirect address is given. */
export async function startOidcProvider(redirectUri: string): Promise<TestOidcProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { clientId: "bongsu", clientSecret: randomBytes(24).toString("hex") };
  const people = new Map<string, OidcPerson>();
  let present: OidcPerson | null = null;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "test", use: "sig", alg: "RS256" }] },
    cookies: { keys: [randomBytes(24).toString("hex")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => {
      const person = people.get(sub);
      if (person === undefined) return undefined;
      const { email, emailVerified, name } = person;
      return { accountId: sub, claims: () => ({ sub, email, email_verified: emailVerified, name }) };
    },
    loadExistingGrant: async (context) => {
      const { client: own, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({
        clientId: own?.clientId ?? "",
        accountId: session?.accountId ?? "",
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) return answer(request, response);
    const result =
      present === null
        ? { error: "access_denied", error_description: "turned away" }
        : { login: { accountId: present.sub } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  return {
    issuer,
    ...client,
    signIn: (person) => {
      present = person;
      if (person !== null) people.set(person.sub, person);
    },
    walk: async (authorization) => {
      const jar = new Jar();
      let at = authorization;
      for (let step = 0; step < 10; step += 1) {
        const response = await fetch(at, { redirect: "manual", headers: { cookie: jar.header() } });
        jar.take(response);
        const location = response.headers.get("location");
        if (location === null) throw new Error(`${at} answers ${response.status}: ${await response.text()}`);
        at = new URL(location, at).toString();
        if (at.startsWith(redirectUri)) return at;
      }
      throw new Error("the provider redirects without end");
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
