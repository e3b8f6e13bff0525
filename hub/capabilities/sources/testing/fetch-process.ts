import { testCertificate } from "../../../../testing/certificate.ts";
import { systemClock } from "../../../platform/clock.ts";
import { readConfig } from "../../../platform/config.ts";
import { openDatabase } from "../../../platform/database/open.ts";
import { guardOf } from "../../../platform/net/index.ts";
import { hubIdentity, openVault } from "../../../platform/secrets/index.ts";
import { sourceLimits } from "../limits.ts";
import { runSource } from "../run.ts";

/** What a test tells the process: the database, the sources, and whether to insist until each was fetched to its end. */
export interface FetchOrder {
  databaseUrl: string | null;
  databaseDir: string;
  dataDir: string;
  sources: string[];
  insist: boolean;
}

const order: FetchOrder = JSON.parse(process.argv[2] ?? "");
const config = readConfig({ BONGSU_DATA_DIR: order.dataDir });
const { databaseUrl, databaseDir, sources, insist } = order;
const database = await openDatabase({ databaseUrl, dataDir: databaseDir, databaseConnections: 3 });
const vault = openVault(config);
const ground = {
  ...{ database, config, vault, clock: systemClock },
  identity: await hubIdentity(database, vault, systemClock),
  net: guardOf({ allow: ["127.0.0.0/8"], resolve: async () => ["127.0.0.1"], ca: testCertificate.cert }),
  alerts: { raise: async () => {}, settle: async () => {} },
  chance: () => 0.5,
  limits: { ...sourceLimits, batchDocuments: 10, lease: 400, renewal: 100 },
  onError: (error: unknown) => process.stderr.write(`${error}\n`),
};
process.stdout.write("ready\n");
const never = new AbortController().signal;
const isDone = async (id: string) => {
  const { rows } = await database.execute("select 1 from source where id = $1 and last_success is not null", [id]);
  return rows.length > 0;
};
for (const id of sources) {
  let did = await runSource(ground, id, never);
  while (insist && !(await isDone(id))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    did = (await runSource(ground, id, never)) || did;
  }
  process.stdout.write(`${did}\n`);
}
await ground.net.close();
await database.close();
process.stdout.write("done\n");
