import { systemClock } from "../../clock.ts";
import { readConfig } from "../../config.ts";
import { openDatabase } from "../../database/open.ts";
import { hubIdentity } from "../identity.ts";
import { openVault } from "../vault.ts";

// One of several processes of a hub that start at once: says which keys it came to have.
const config = readConfig(process.env);
const vault = openVault(config);
if (config.databaseUrl === null) console.log(vault.keyId);
else {
  const database = await openDatabase(config);
  const { keyId } = await hubIdentity(database, vault, systemClock);
  await database.close();
  console.log(`${vault.keyId} ${keyId}`);
}
