import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { manualClock } from "../../platform/clock.ts";
import { addOrganisation, korea } from "../members/index.ts";

onBothDatabases("an organisation is added", async (database) => {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const organisation = await addOrganisation(database.kysely, clock, korea, {
    handle: "sejong-city",
    name: { en: "Sejong", ko: "세종" },
    sector: "local-government",
    region: "KR-50",
  });
  assert.equal(organisation.handle, "sejong-city");
});
