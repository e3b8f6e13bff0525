import { exportAuditEntries as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { exportCef, exportJsonLines } from "../export.ts";
import { scopeOf } from "./scope.ts";

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line);
}

export const exportEntries = (version: string) =>
  operation(contract, async ({ actor, services, note }, { format, after, limit }) => {
    note({ details: { format, after, limit } });
    const { kysely } = services.database;
    const range = { after, limit };
    const scope = scopeOf(actor);
    return format === "cef"
      ? {
          mediaType: "text/plain; charset=utf-8",
          name: "bongsu-audit.cef",
          chunks: encoded(exportCef(kysely, scope, { hub: services.config.url, version }, range)),
        }
      : {
          mediaType: "application/x-ndjson; charset=utf-8",
          name: "bongsu-audit.jsonl",
          chunks: encoded(exportJsonLines(kysely, scope, range)),
        };
  });
