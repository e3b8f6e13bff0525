import { showUpload as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { organisationSeen } from "../seen.ts";
import { showUploadRow } from "../uploads.ts";

export const showUpload = operation(contract, (context, { organisation: handle, upload }) =>
  context.seen(async (database) =>
    showUploadRow(database, { organisation: await organisationSeen(database, handle), upload }),
  ),
);
