import { activePerson, keyHolder } from "../capabilities/members/index.ts";
import { type Actor, type Hub, kernelProblems, type Strength } from "../kernel/index.ts";

/** What the accounts know of a request's session cookie. */
export type Sessions = (
  headers: Headers,
) => Promise<{ person: string; session: string; strength: Strength; createdAt: Date } | null>;

/** The token of `Authorization: Bearer …`, or the password of `Basic`; null for another scheme. */
function tokenOf(header: string): string | null {
  const [, scheme = "", credentials = ""] = /^(\w+) +(\S+)$/.exec(header.slice(0, 2000)) ?? [];
  if (/^bearer$/i.test(scheme)) return credentials;
  if (!/^basic$/i.test(scheme)) return null;
  const pair = Buffer.from(credentials, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}

const anonymous: Actor = { kind: "anonymous" };

/**
 * Who sends a request: by its API key, else by its session, else nobody. Throws `http.not-signed-in` for credentials
 * that are wrong: who brings some does not want to be nobody.
 */
export async function authenticate(hub: Hub, sessions: Sessions, headers: Headers, address: string): Promise<Actor> {
  const now = hub.clock.now();
  const header = headers.get("authorization");
  if (header !== null) {
    const token = tokenOf(header);
    const holder = token === null ? null : await keyHolder(hub.database.requests, token, now, address);
    if (holder === null) throw kernelProblems.error("http.not-signed-in");
    const { organisation, handle, role } = holder;
    const { account, key, name, scopes } = holder;
    return { kind: "service", account, key, name, scopes, held: [{ organisation, handle, role, sector: null }] };
  }
  if (headers.get("cookie") === null) return anonymous;
  const session = await sessions(headers);
  const person = session === null ? null : await activePerson(hub.database.requests, session.person);
  if (session === null || person === null) return anonymous;
  return {
    kind: "person",
    ...person,
    session: session.session,
    strength: session.strength,
    signedInAt: session.createdAt,
  };
}
