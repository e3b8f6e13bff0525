import { BongsuError } from "@bongsu/base";
import type { AssetKind } from "@bongsu/contracts";
import type { Context } from "../../kernel/index.ts";
import { type Asset, addAsset, findAsset } from "./assets.ts";
import { isId } from "./is-id.ts";
import { assetSeen, organisationSeen } from "./seen.ts";
import type { Build } from "./tables.ts";

/** What a pipeline says beside its document. */
export interface Sending {
  create: boolean;
  kind?: AssetKind | undefined;
  commit?: string | undefined;
  ref?: string | undefined;
  pipeline?: string | undefined;
  tool?: string | undefined;
}

/** Where a document came from; null where the pipeline said nothing. */
export function buildOf({ commit, ref, pipeline, tool }: Sending): Build | null {
  const build = { commit: commit ?? null, ref: ref ?? null, pipeline: pipeline ?? null, tool: tool ?? null };
  return Object.values(build).every((part) => part === null) ? null : build;
}

const isUnknown = (error: unknown, code: string): boolean => error instanceof BongsuError && error.code === code;

async function addNamed(context: Context, handle: string, name: string, kind: AssetKind): Promise<Asset> {
  const { database, clock } = context;
  const id = await context.seen((seen) => organisationSeen(seen, handle));
  try {
    const facts = { name, kind, criticality: "medium", network: "internal" };
    const asset = await addAsset(database, clock, { id, handle }, facts);
    context.note({ subject: { kind: "asset", id: asset.id }, details: { added: true } });
    await context.emit({
      kind: "inventories.changed",
      organisation: id,
      subject: { kind: "asset", id: asset.id },
      data: { change: "added" },
    });
    return asset;
  } catch (error) {
    // Another pipeline added it in this moment.
    if (isUnknown(error, "inventories.asset-exists")) return findAsset(database, { id, handle }, name);
    throw error;
  }
}

/**
 * The asset that a document is for: by its id or name, or a new one of this name where the pipeline asks for that.
 * Throws `members.unknown-organisation`, `inventories.unknown-asset`.
 */
export async function assetForUpload(
  context: Context,
  handle: string,
  named: string,
  sending: Sending,
): Promise<Asset> {
  try {
    return await context.seen((seen) => assetSeen(seen, handle, named));
  } catch (error) {
    const isNew = sending.create && !isId(named) && isUnknown(error, "inventories.unknown-asset");
    if (!isNew) throw error;
    return addNamed(context, handle, named, sending.kind ?? "application");
  }
}
