import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { BongsuError } from "@bongsu/base";
import { type Contract, inHub } from "@bongsu/contracts";
import { z } from "zod";
import type { Context, Hub } from "../../kernel/index.ts";
import { type AnyApprovable, approvable } from "../approvals/index.ts";
import { hubName } from "./console.ts";
import { exportBundle } from "./export/run.ts";
import type { BundleHub } from "./hub.ts";

/** The kind of job that writes a bundle which two people agreed to. */
export const exportJob = "bundles-export";

/** An export that two people agreed to. Never in the clear beyond GREEN: that is for the console alone. */
export interface AgreedExport {
  /** Names the file. */
  id: string;
  recipient: string | null;
  since: number | null;
  /** Ids of who asked and of who agreed. */
  requestedBy: string;
  agreedBy: string;
}

const folder = ({ config }: Pick<Hub, "config">): string => join(config.dataDir, "bundles");

/** Where a bundle of that name lies once it is written, on the machine of the process that wrote it. */
export const bundleFile = (hub: Pick<Hub, "config">, name: string): string => join(folder(hub), basename(name));

const payload = z.object({
  id: z.uuid(),
  recipient: z.string().nullable(),
  since: z.int().nullable(),
  name: z.object({ en: z.string(), ko: z.string() }).nullable(),
});

const personOf = ({ actor }: Context): string => (actor.kind === "person" ? actor.person : "");

/** Exporting everything: the second person's consent puts it to work. */
export const exporting: AnyApprovable = approvable({
  kind: "export-everything",
  who: [inHub("hub-administrator")] satisfies Contract["who"],
  payload,
  describe: ({ name, since }) => ({
    en: `A bundle of ${since === null ? "everything" : `what changed since number ${since}`} is made for ${name?.en ?? "anybody (CLEAR only)"}.`,
    ko: `${name?.ko ?? "누구나(CLEAR만)"} 받을 수 있는 번들을 만듭니다. 범위: ${since === null ? "전체" : `${since}번 뒤로 바뀐 내용`}.`,
  }),
  perform: (context, { payload: { id, recipient, since }, requestedBy }) =>
    context.enqueue<AgreedExport>(
      exportJob,
      { id, recipient, since, requestedBy, agreedBy: personOf(context) },
      { key: id },
    ),
});

/** The hub, as bundles need it, on behalf of the two who agreed. */
const behalf = (hub: Hub, { requestedBy, agreedBy }: AgreedExport): BundleHub => ({
  ...hub,
  name: hubName(hub.config),
  record: async (transaction, { operation, subject, marking, details }) => {
    await hub.record(transaction, hub.clock, {
      actorKind: "person",
      actor: requestedBy,
      actorName: "",
      organisation: null,
      key: null,
      session: null,
      operation,
      subjectKind: subject.kind,
      subject: subject.id,
      outcome: "done",
      problem: null,
      address: "",
      request: "",
      marking,
      details: { ...details, agreedBy },
    });
  },
});

/** Writes the bundle. A job that was killed is tried again: it goes on in the same file. */
export async function makeAgreedExport(hub: Hub, agreed: AgreedExport): Promise<void> {
  const { id, recipient, since } = agreed;
  await mkdir(folder(hub), { recursive: true, mode: 0o700 });
  const request = { recipient, since: since === null ? null : String(since), plain: false };
  try {
    await exportBundle(behalf(hub, agreed), request, bundleFile(hub, `${id}.bundle`));
  } catch (error) {
    // It was written before the process ended: nothing is left to do.
    if (!(error instanceof BongsuError) || error.code !== "bundles.file-exists") throw error;
  }
}
