import { showReport as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { readReport } from "./reading.ts";

export const showReport = operation(contract, (context, { report }) => readReport(context, report));
