import type { Alerts } from "../../kernel/index.ts";
import { keepAlerts, settleAlerts } from "./keep.ts";
import { tellAlerts } from "./tell.ts";

/** What raises alerts, for the whole house. `zone` is the hub's own time zone. */
export const alertsOf = ({ zone }: { zone: string }): Alerts => ({
  raise: async (transaction, clock, drafts) => {
    const now = clock.now();
    const kept = drafts.map((draft) => ({ ...draft, answered: false, latest: null }));
    await tellAlerts(transaction, now, zone, await keepAlerts(transaction, now, kept));
  },
  settle: async (transaction, clock, refs) => {
    const now = clock.now();
    await tellAlerts(transaction, now, zone, await settleAlerts(transaction, now, refs));
  },
});
