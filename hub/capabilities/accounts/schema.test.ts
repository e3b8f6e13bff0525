import assert from "node:assert/strict";
import { getMigrations } from "better-auth/db/migration";
import { onBothDatabases } from "../../../testing/databases.ts";
import { manualClock } from "../../platform/clock.ts";
import { cookiesFor } from "./cookies.ts";
import { libraryOptions } from "./library.ts";

onBothDatabases("the library finds every table, column and index that it needs", async (database) => {
  const nothing = { debug: () => {}, warn: () => {}, error: () => {} };
  const options = libraryOptions(
    {
      database,
      clock: manualClock("2026-11-20T00:00:00Z"),
      config: {
        url: "https://hub.example",
        oidcIssuer: null,
        oidcClientId: null,
        oidcClientSecret: null,
        oidcName: null,
      },
      secret: "a secret of more than thirty-two characters",
      earlierSecrets: [],
      cookies: cookiesFor("https://hub.example"),
      mail: { send: async () => {} },
      log: nothing,
      record: async () => {},
      behind: () => {},
    },
    null,
  );
  const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = await getMigrations(options);
  assert.deepEqual(
    { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems },
    {
      toBeCreated: [],
      toBeAdded: [],
      toBeAddedIndexes: [],
      schemaProblems: [],
    },
  );
  await database.execute("alter table passkey drop column aaguid");
  assert.equal((await getMigrations(options)).toBeAdded.length, 1, "the check sees what is missing");
});
