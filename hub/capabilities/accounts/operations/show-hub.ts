import { showHub as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { needsSetUp } from "../set-up.ts";

/** What a hub says of itself to anyone. */
export interface HubFacts {
  version: string;
  singleSignOn: string | null;
}

export const showHub = ({ version, singleSignOn }: HubFacts) =>
  operation(contract, async ({ database }) => ({
    name: "Bongsu" as const,
    version,
    needsSetup: await needsSetUp(database),
    languages: ["ko" as const, "en" as const],
    singleSignOn,
  }));
