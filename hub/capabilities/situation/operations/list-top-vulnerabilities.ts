import { listTopVulnerabilities as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { topVulnerabilities } from "../tops.ts";

export const listTopVulnerabilities = operation(contract, async (context, input) => ({
  items: await topVulnerabilities(context, input),
}));
