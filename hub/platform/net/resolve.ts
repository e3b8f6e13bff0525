import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { netProblems } from "./problems.ts";
import { type AllowList, mayReach } from "./public.ts";

/** All addresses of a host; rejects where there are none. */
export type Resolver = (host: string) => Promise<readonly string[]>;

/** As the system resolves names: its hosts file first, then DNS. */
export const systemResolver: Resolver = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** The answer for now is none (the server of names is away); asking again later may help. */
const isTemporary = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EAI_AGAIN" || error.code === "ETIMEOUT");

/**
 * The addresses of a host, each checked. One that may not be reached is enough to refuse the host: nobody needs both.
 * Throws `net.address-forbidden`, also for a host without addresses, and `net.unreachable`.
 */
export async function checkedAddresses(
  host: string,
  resolve: Resolver,
  allowed: AllowList,
): Promise<readonly string[]> {
  const addresses = await resolve(host).catch((error: unknown) => {
    const code = isTemporary(error) ? "net.unreachable" : "net.address-forbidden";
    throw netProblems.error(code, { host }, {}, error);
  });
  if (addresses.length > 0 && addresses.every((address) => mayReach(host, address, allowed))) return addresses;
  throw netProblems.error("net.address-forbidden", { host });
}

/**
 * The look-up of a socket: it connects to the very addresses that were checked, so that a name which answers
 * differently the second time gains nothing.
 */
export function checkedLookup(resolve: Resolver, allowed: AllowList): LookupFunction {
  return (host, options, done) => {
    checkedAddresses(host, resolve, allowed).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
        const first = found[0] ?? { address: "", family: 4 };
        if (options.all === true) done(null, found);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, options.all === true ? [] : ""),
    );
  };
}
