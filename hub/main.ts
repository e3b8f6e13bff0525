import { type Accounts, openAccounts } from "./capabilities/accounts/index.ts";
import { alertsOf, startAlerts, startSender } from "./capabilities/alerts/index.ts";
import { auditNumbering, record } from "./capabilities/audit/index.ts";
import { type AgreedExport, exportJob, makeAgreedExport } from "./capabilities/bundles/index.ts";
import { startCampaigns } from "./capabilities/campaigns/index.ts";
import { type DueDates, dueDatesJob, processUpload, recalculateDueDates } from "./capabilities/exposure/index.ts";
import { type UploadRef, uploadJob } from "./capabilities/inventories/index.ts";
import { checkDomain, type DomainCheck, domainCheckJob, resolveTxt } from "./capabilities/members/index.ts";
import { startSituation } from "./capabilities/situation/index.ts";
import { sourceGround, startSources } from "./capabilities/sources/index.ts";
import { dutiesOf } from "./duties.ts";
import { appOf } from "./http/app.ts";
import { LiveEvents } from "./http/events/live.ts";
import { eventLogOf } from "./http/events/log.ts";
import type { Face } from "./http/face.ts";
import { limiters, type Rates } from "./http/limits.ts";
import { type HttpServer, listen } from "./http/server.ts";
import type { Hub } from "./kernel/index.ts";
import { deliverLetters, lettersBy } from "./letters.ts";
import { stillMay } from "./listening.ts";
import { migrations } from "./migrations.ts";
import { operationsOf } from "./operations.ts";
import { addPages } from "./pages.ts";
import { type Clock, systemClock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/database/database.ts";
import { migrate } from "./platform/database/migrate.ts";
import { openDatabase } from "./platform/database/open.ts";
import { eventNumbering } from "./platform/events/index.ts";
import { startJobs } from "./platform/jobs.ts";
import { mailerOf } from "./platform/mail/index.ts";
import { type Guard, guardOf, parseRange } from "./platform/net/index.ts";
import { type Logger, type Metrics, openLog, openMetrics, startTracing } from "./platform/observe/index.ts";
import type { Rounds } from "./platform/rounds.ts";
import { hubIdentity, openVault, type Vault } from "./platform/secrets/index.ts";
import { numberedChannel, type Sequencer, startSequencer } from "./platform/sequence/index.ts";
import { accountRecorder } from "./record-account.ts";
import { version } from "./version.ts";

export interface RunningHub {
  /** `http://127.0.0.1:8400`: where it listens. */
  address: string;
  /** With which whoever has it sets the hub up; null once there is an administrator. */
  setUpCode: string | null;
  hub: Hub;
  accounts: Accounts;
  /** Follows up and numbers what has been committed, without waiting for its turn. */
  settle(): Promise<void>;
  /** Finishes what is under way; what then is left, another process goes on with. */
  stop(): Promise<void>;
}

export interface HubOptions {
  clock?: Clock;
  log?: Logger;
  /** An open database with the house's tables, instead of the configuration's. It is closed with the hub. */
  database?: Database;
  rates?: Rates;
  /** What the hub calls others by, instead of the usual one. It is closed with the hub. */
  net?: Guard;
}

interface Ground {
  config: Config;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  rates: Rates;
  database: Database;
  net: Guard;
  /** What is to be ended, the last first. */
  endings: (() => unknown)[];
}

const usual: Rates = { actor: 6_000, address: 600, failures: 30 };

/** Milliseconds for which requests under way are waited for. */
const grace = 10_000;

const accountsSecrets = (vault: Vault): string[] =>
  vault.deriveAll("accounts", 32).map(({ bytes }) => Buffer.from(bytes).toString("base64url"));

/** What signs the cookies of sessions; it changes with the hub's key. */
export const accountsSecret = (vault: Vault): string => accountsSecrets(vault)[0] ?? "";

/** What did so before: what was sealed with it still opens. */
const earlierAccountsSecrets = (vault: Vault): string[] => accountsSecrets(vault).slice(1);

/** What the operations stand on, and people's sign-in, which stands on the same. */
async function founded({
  config,
  clock,
  log,
  metrics,
  database,
  net,
  endings,
}: Ground): Promise<{ hub: Hub; accounts: Accounts }> {
  const vault = openVault(config);
  const identity = await hubIdentity(database, vault, clock);
  const mail = mailerOf(config, log);
  endings.push(() => mail.close());
  const jobs = await startJobs(database, (err) => log.error({ err }, "jobs"), metrics.job);
  endings.push(() => jobs.stop());
  const accounts = openAccounts({
    database,
    clock,
    config,
    secret: accountsSecret(vault),
    earlierSecrets: earlierAccountsSecrets(vault),
    mail: lettersBy(jobs, vault),
    log,
    record: accountRecorder(database),
  });
  endings.push(() => net.close());
  const { endSessions } = accounts;
  const alerts = alertsOf(config);
  const hub: Hub = { config, clock, database, jobs, mail, net, alerts, vault, identity, record, endSessions };
  endings.push(() => accounts.close());
  await deliverLetters(jobs, vault, mail);
  for (const { kind, cron, run } of dutiesOf(hub, accounts)) await jobs.repeat(kind, cron, run);
  await jobs.work<DomainCheck>(domainCheckJob, async (check) => {
    await checkDomain(database, clock, resolveTxt, check);
  });
  await jobs.work<UploadRef>(uploadJob, (ref) => processUpload(hub, ref));
  await jobs.work<AgreedExport>(exportJob, (agreed) => makeAgreedExport(hub, agreed));
  await jobs.work<DueDates>(dueDatesJob, (dates) => recalculateDueDates(hub, dates));
  const sources = await startSources(
    sourceGround(hub, (err) => log.error({ err }, "sources")),
    jobs,
  );
  endings.push(() => sources.stop());
  return { hub, accounts };
}

/** What follows the exposures: each derives what is its own, soon after the change that it follows from. */
async function following(hub: Hub, { log, endings }: Ground): Promise<Rounds[]> {
  const started: Rounds[] = [];
  for (const [name, start] of Object.entries({
    alerts: startAlerts,
    deliveries: (hub: Hub, onError: (error: unknown) => void) => startSender(hub, { onError }),
    campaigns: startCampaigns,
    situation: startSituation,
  })) {
    const rounds = await start(hub, (err) => log.warn({ err }, name));
    endings.push(() => rounds.stop());
    started.push(rounds);
  }
  return started;
}

/** The event stream, and what keeps it and the audit trail numbered. */
async function streaming(hub: Hub, accounts: Accounts, { log, endings }: Ground) {
  const { database, config } = hub;
  const room = { process: config.listeners, actor: config.listenersPerActor };
  const onError = (err: unknown) => log.error({ err }, "event stream");
  const live = new LiveEvents(eventLogOf(hub), stillMay(hub, accounts), onError, room);
  const sequencers: Sequencer[] = [];
  for (const numbering of [eventNumbering, auditNumbering]) {
    const sequencer = await startSequencer(database, numbering, (err) =>
      log.warn({ err }, `numbering ${numbering.name}`),
    );
    endings.push(() => sequencer.stop());
    sequencers.push(sequencer);
  }
  const leave = await database.listen(numberedChannel(eventNumbering.name), () => live.wake());
  endings.push(leave, () => live.close());
  return { live, settle: async () => void (await Promise.all(sequencers.map((one) => one.settle()))) };
}

async function serving(ground: Ground, hub: Hub, accounts: Accounts, live: LiveEvents): Promise<HttpServer> {
  const { config, log, metrics, rates, endings } = ground;
  const tracing = await startTracing(config);
  endings.push(() => tracing.stop());
  metrics.watch("listeners", "Listeners of the event stream", () => live.count);
  let ready = true;
  const face: Face = {
    hub,
    log,
    metrics,
    limits: limiters(rates),
    proxies: config.trustedProxies.map(parseRange).filter((range) => range !== null),
    sessions: accounts.session,
    accounts: accounts.handler,
    trace: (name, parent, work) => tracing.span(name, {}, parent, work),
    ready: async () =>
      ready &&
      (await hub.database.execute("select 1").then(
        () => true,
        () => false,
      )),
  };
  const operations = operationsOf({ accounts, live, version, singleSignOn: config.oidcName });
  const app = appOf(face, operations, (extended) => addPages(extended, face, operations, version));
  const server = await listen(app, config.host, config.port);
  endings.push(async () => {
    ready = false;
    // Those who follow the events never end by themselves.
    live.close();
    await server.stop(grace);
  });
  return server;
}

/** Starts a hub in this process: database, jobs, sign-in, events, HTTP. Throws what keeps it from starting. */
export async function startHub(config: Config, options: HubOptions = {}): Promise<RunningHub> {
  const { clock = systemClock, log = openLog(config), rates = usual } = options;
  const { net = guardOf({ allow: config.allowPrivateAddresses ?? [] }) } = options;
  const database = options.database ?? (await openDatabase(config));
  const endings: Ground["endings"] = [() => database.close()];
  const stop = async () => {
    for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end();
  };
  try {
    if (options.database === undefined) await migrate(database, migrations);
    const ground: Ground = { config, clock, log, metrics: openMetrics(), rates, database, net, endings };
    const { hub, accounts } = await founded(ground);
    const { live, settle } = await streaming(hub, accounts, ground);
    const followers = await following(hub, ground);
    const { address } = await serving(ground, hub, accounts, live);
    const settleAll = async () => {
      for (const rounds of followers) await rounds.settle();
      await settle();
    };
    return { address, setUpCode: await accounts.setUpCode(), hub, accounts, settle: settleAll, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
