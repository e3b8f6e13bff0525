import type { Problem } from "@bongsu/base";
import type { Hub } from "../../kernel/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { responsible, type Source } from "./store.ts";

/** Whoever looks after a source hears that it is broken, or that what it says is not to be trusted. */
export async function alertOwner(
  transaction: Executor,
  { alerts, clock }: { alerts: Hub["alerts"]; clock: Clock },
  source: Source,
  { problem, alarming }: { problem: Pick<Problem, "code" | "message" | "fix">; alarming: boolean },
): Promise<void> {
  const organisations = await responsible(transaction, source.owner);
  const { id, handle, name, failures } = source;
  const since = source.last_success?.toISOString() ?? null;
  await alerts.raise(
    transaction,
    clock,
    organisations.map((organisation) => ({
      organisation,
      topic: "source" as const,
      key: id,
      urgency: alarming ? 3 : 2,
      title: alarming
        ? { en: `The source ${name} is not to be trusted as it is`, ko: `출처 ${name}의 내용을 신뢰할 수 없습니다` }
        : { en: `The source ${name} cannot be fetched`, ko: `출처 ${name}에서 수집하지 못하고 있습니다` },
      body: {
        en: `${problem.message.en} ${problem.fix.en}`,
        ko: `${problem.message.ko} ${problem.fix.ko}`,
      },
      link: `/sources/${handle}`,
      dueAt: null,
      people: null,
      facts: { source: handle, code: problem.code, failures, lastSuccess: since },
    })),
  );
}

/** It works again: what was raised about it is over, whoever was told then. */
export async function settleAlerts(
  transaction: Executor,
  { alerts, clock }: { alerts: Hub["alerts"]; clock: Clock },
  { id, owner }: Pick<Source, "id" | "owner">,
): Promise<void> {
  const organisations = await responsible(transaction, owner);
  await alerts.settle(
    transaction,
    clock,
    organisations.map((organisation) => ({ organisation, topic: "source" as const, key: id })),
  );
}
