import { inHub } from "@bongsu/contracts";
import { z } from "zod";
import type { Context } from "../../kernel/index.ts";
import { type AnyApprovable, approvable } from "./approvable.ts";

const payload = z.object({ id: z.uuid(), handle: z.string(), name: z.object({ en: z.string(), ko: z.string() }) });

/** Removing an organisation; `remove` takes away all that is its own, in every capability. */
export const removing = (remove: (context: Context, organisation: { id: string }) => Promise<void>): AnyApprovable =>
  approvable({
    kind: "remove-organisation",
    who: [inHub("hub-administrator")],
    payload,
    describe: ({ handle, name }) => ({
      en: `The organisation ${name.en} (${handle}) is removed, with its assets, inventories and exposures.`,
      ko: `기관 ${name.ko}(${handle})의 자산, 구성 목록, 노출 정보를 포함한 모든 자료를 삭제합니다.`,
    }),
    perform: async (context, { payload: { id, handle } }) => {
      await remove(context, { id });
      await context.emit({
        kind: "members.organisation-removed",
        subject: { kind: "organisation", id: handle },
        marking: { owner: null, tlp: "GREEN" },
      });
    },
  });
