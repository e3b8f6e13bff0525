import { inHub } from "@bongsu/contracts";
import { z } from "zod";
import { grantRole } from "../members/index.ts";
import { approvable } from "./approvable.ts";

const payload = z.object({ organisation: z.uuid(), handle: z.string(), person: z.uuid(), name: z.string() });

/** Giving the hub administrator's role. */
export const appointing = approvable({
  kind: "appoint-administrator",
  who: [inHub("hub-administrator")],
  payload,
  describe: ({ name, handle }) => ({
    en: `${name} (${handle}) becomes a hub administrator.`,
    ko: `${name}(${handle}) 님을 허브 관리자로 지정합니다.`,
  }),
  perform: async (context, { payload: { organisation, person }, requestedBy }) => {
    const role = "hub-administrator";
    await grantRole(context.database, context.now, { organisation, person, role, sector: null }, requestedBy);
    const subject = { kind: "person", id: person };
    await context.emit({ kind: "people.role-granted", organisation, subject, data: { role, sector: null } });
  },
});
