import { countReports as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { countReports as count } from "../reports/read.ts";

export const countReports = operation(contract, async ({ seen }, filter) => ({
  count: await seen((database) => count(database, filter)),
}));
