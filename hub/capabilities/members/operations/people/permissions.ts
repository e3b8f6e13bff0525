import { showPermissions as contract, type permission } from "@bongsu/contracts";
import type { z } from "zod";
import { type Actor, grantWords, mayCall, type Operation, operation, scopeOf } from "../../../../kernel/index.ts";

type Permission = z.output<typeof permission>;

const describe = ({ contract: one }: Operation, actor: Actor, organisation: string | undefined): Permission => ({
  operation: one.name,
  method: one.method,
  path: one.path,
  summary: one.summary,
  who: { en: grantWords(one.who, "en"), ko: grantWords(one.who, "ko") },
  scope: scopeOf(one),
  agent: one.agent,
  approval: one.approval,
  fresh: one.fresh,
  may: mayCall(one, actor, organisation),
});

/** The permissions page's data: of every operation of the hub, which the composition hands in. */
export const showPermissions = (operations: () => readonly Operation[]): Operation =>
  operation(contract, async ({ actor }, { organisation }) => ({
    items: operations()
      .map((one) => describe(one, actor, organisation))
      .sort((a, b) => (a.operation < b.operation ? -1 : 1)),
  }));
