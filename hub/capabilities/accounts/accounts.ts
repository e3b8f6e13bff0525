import { sql } from "kysely";
import { type Clock, systemClock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { cookiesFor } from "./cookies.ts";
import { accountEvent, type RecordEvent } from "./events.ts";
import { handle, sessionBy } from "./handler.ts";
import { type Invitation, type InvitationInput, invite, listInvitations, revokeInvitation } from "./invitations.ts";
import type { Library } from "./library.ts";
import { tidyTries } from "./lock-out.ts";
import type { Mail } from "./mail.ts";
import { factorsOf, personById, removeFactors } from "./people.ts";
import { accountProblems } from "./problems.ts";
import { discover } from "./provider.ts";
import { joiningRoutes } from "./routes/joining.ts";
import type { Libraries } from "./routes/libraries.ts";
import { passkeyRoutes } from "./routes/passkeys.ts";
import { passwordRoutes } from "./routes/password.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { singleSignOnRoutes } from "./routes/single-sign-on.ts";
import { twoFactorRoutes } from "./routes/two-factor.ts";
import { endSession, endSessions, type SessionView, sessionsOf, tidySessions } from "./sessions.ts";
import { setUpCode } from "./set-up.ts";
import type { AccountsConfig, Log, Setting } from "./setting.ts";
import { tellChange } from "./signing-in.ts";
import type { Strength } from "./strength.ts";

export interface AccountsInput {
  database: Database;
  clock?: Clock;
  config: AccountsConfig;
  /** At least 32 characters, derived from the hub's key. */
  secret: string;
  /** Those of before, after the hub's key was changed: authenticator apps and recovery codes go on, sessions end. */
  earlierSecrets?: readonly string[];
  mail: Mail;
  log: Log;
  record: RecordEvent;
}

/** Who asks, by a request's session cookie. */
export interface SessionFacts {
  person: string;
  session: string;
  /** `password`: only a second factor may be enrolled by it. */
  strength: Strength;
  /** When the person signed in. */
  createdAt: Date;
}

/** People's sign-in. */
export interface Accounts {
  /** Answers what comes under `/api/auth/`; throws what is not the accounts' own (`database.*`). */
  handler(request: Request, from?: { address: string }): Promise<Response>;
  /** Null for nobody: no cookie, one that is not ours, a session that is over, a person who is suspended. */
  session(headers: Headers): Promise<SessionFacts | null>;
  /** While nobody administers the hub, the code for the console; a new one each time. */
  setUpCode(): Promise<string | null>;
  invite(transaction: Executor, input: InvitationInput): Promise<Invitation>;
  listInvitations(database: Executor, organisation?: string): Promise<Invitation[]>;
  /** Throws `accounts.unknown-invitation`. */
  revokeInvitation(database: Executor, organisation: string, id: string): Promise<void>;
  /** A person's living sessions, for an administrator. */
  sessionsOf(database: Executor, person: string): Promise<SessionView[]>;
  /** Ends somebody's session. Throws `accounts.unknown-session`. */
  endSession(database: Executor, person: string, session: string): Promise<void>;
  /** Ends all of somebody's sessions, as when they are suspended or leave; gives how many. */
  endSessions(database: Executor, person: string): Promise<number>;
  /** For who lost phone and keys: takes their second factors away and ends their sessions. Throws `accounts.unknown-person`. */
  removeFactors(transaction: Executor, person: string, by: string): Promise<void>;
  factorsOf: typeof factorsOf;
  /** Takes away what is over; to be called now and then, by any process. */
  tidy(): Promise<void>;
  /** Waits for what goes on behind the answers. */
  close(): Promise<void>;
}

/** Work behind the answers; `settled` waits for all of it. */
function background(log: Log) {
  const open = new Set<Promise<unknown>>();
  return {
    behind: (work: Promise<unknown>): void => {
      const kept = work
        .catch((err: unknown) => log.error({ err }, "sign-in: work behind an answer failed"))
        .finally(() => open.delete(kept));
      open.add(kept);
    },
    settled: async (): Promise<void> => {
      while (open.size > 0) await Promise.all(open);
    },
  };
}

/** The library is loaded when it is first needed: a hub starts without it. */
function librariesOf(setting: Setting): Libraries {
  const load = async (provider: Parameters<typeof import("./library.ts").openLibrary>[1]): Promise<Library> =>
    (await import("./library.ts")).openLibrary(setting, provider);
  let plain: Promise<Library> | undefined;
  let withProvider: Promise<Library> | undefined;
  return {
    plain: () => {
      plain ??= load(null);
      return plain;
    },
    withProvider: () => {
      // A provider that does not answer is asked again the next time.
      withProvider ??= discover(setting)
        .then(load)
        .catch((error) => {
          withProvider = undefined;
          throw error;
        });
      return withProvider;
    },
  };
}

/** Opens people's sign-in. Starts nothing and calls nobody by itself. */
export function openAccounts({ clock = systemClock, earlierSecrets = [], ...input }: AccountsInput): Accounts {
  const { behind, settled } = background(input.log);
  const url = new URL(input.config.url).origin;
  const config = { ...input.config, url };
  const setting: Setting = { ...input, clock, config, earlierSecrets, cookies: cookiesFor(url), behind };
  const libraries = librariesOf(setting);
  const routes = [
    ...sessionRoutes(),
    ...passkeyRoutes(libraries),
    ...passwordRoutes(libraries),
    ...twoFactorRoutes(libraries),
    ...singleSignOnRoutes(libraries),
    ...joiningRoutes(),
  ];
  return {
    handler: (request, from) => handle(setting, routes, request, from),
    session: async (headers) => {
      const found = await sessionBy(setting, headers);
      if (found === null) return null;
      return { person: found.person, session: found.id, strength: found.strength, createdAt: found.createdAt };
    },
    setUpCode: () => setUpCode(setting.database, clock),
    invite: (transaction, invitation) => invite(setting, transaction, invitation),
    listInvitations: (database, organisation) => listInvitations(database, clock.now(), organisation ?? null),
    revokeInvitation: (database, organisation, id) => revokeInvitation(database, clock.now(), organisation, id),
    sessionsOf: (database, person) => sessionsOf(database, person, clock.now()),
    endSession: async (database, person, session) => {
      if (!(await endSession(database, person, session))) throw accountProblems.error("accounts.unknown-session");
    },
    endSessions: (database, person) => endSessions(database, person),
    removeFactors: async (transaction, person, by) => {
      if ((await personById(transaction, person)) === null) throw accountProblems.error("accounts.unknown-person");
      await removeFactors(transaction, person);
      await endSessions(transaction, person);
      const now = clock.now();
      await setting.record(accountEvent({ kind: "factors-removed", at: now, person, by }), transaction);
      tellChange({ setting, now }, person, "factors");
    },
    factorsOf,
    tidy: async () => {
      const [{ kysely }, now] = [setting.database, clock.now()];
      await tidySessions(kysely, now);
      await tidyTries(kysely, now);
      await sql`delete from verification where expires_at <= ${now}`.execute(kysely);
      await sql`delete from spent_code where expires_at <= ${now}`.execute(kysely);
      await sql`delete from email_change where expires_at <= ${now}`.execute(kysely);
    },
    close: settled,
  };
}
