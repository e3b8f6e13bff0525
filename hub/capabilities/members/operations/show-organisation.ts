import { showOrganisation as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { detailsSeen } from "../details.ts";

export const showOrganisation = operation(contract, ({ seen }, { organisation }) =>
  seen((database) => detailsSeen(database, organisation)),
);
