import type { Context } from "../../kernel/index.ts";

/** Tells an organisation that one of its groups of assets came, changed or went. */
export async function tellGroup(
  { emit, note }: Pick<Context, "emit" | "note">,
  organisation: string,
  group: string,
  change: "added" | "changed" | "removed",
): Promise<void> {
  note({ subject: { kind: "asset-group", id: group } });
  await emit({
    kind: "inventories.changed",
    organisation,
    subject: { kind: "asset-group", id: group },
    data: { change },
  });
}
