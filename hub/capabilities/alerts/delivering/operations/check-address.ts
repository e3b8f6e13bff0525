import type { Services } from "../../../../kernel/index.ts";
import { plainAllowed } from "../channels.ts";

/** Throws `net.*` where nothing may be sent there. The sender looks again each time: names come to mean other addresses. */
export async function checkAddress({ net, config }: Pick<Services, "net" | "config">, address: string): Promise<void> {
  await net.check(address, { http: plainAllowed(config) });
}
