import { isAbsolute } from "node:path";
import type { SourceKind } from "@bongsu/contracts";
import type { Config } from "../../platform/config.ts";
import { isWithin, parseAddress, parseRange } from "../../platform/net/index.ts";
import { sourceProblems } from "./problems.ts";

/** Minutes between runs, where nobody says otherwise. */
export const usualInterval: Readonly<Record<SourceKind, number>> = {
  osv: 360,
  csaf: 60,
  cve: 360,
  kev: 60,
  epss: 720,
  folder: 15,
  bundle: 5,
};

/** Read from a folder of this machine, not fetched. */
export const isLocal = (kind: SourceKind): boolean => kind === "folder" || kind === "bundle";

/** What may stand in the address of a CVE list, whose releases are named by their day and hour (UTC). */
export function datedAddress(address: string, now: Date): string {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return address
    .replaceAll("{today}", day(now.getTime()))
    .replaceAll("{yesterday}", day(now.getTime() - 24 * 3_600_000))
    .replaceAll("{hour}", String(now.getUTCHours()).padStart(2, "0"));
}

/** Whether the administrator listed this host, or a range with this address, as one that may be reached inside. */
function isListed(host: string, allowed: readonly string[]): boolean {
  if (allowed.includes(host)) return true;
  const address = parseAddress(host.replace(/^\[|\]$/g, ""));
  return (
    address !== null &&
    isWithin(
      address,
      allowed.map(parseRange).filter((range) => range !== null),
    )
  );
}

/** Plain http only where the administrator vouches for the way: hosts inside that he listed. */
export const takesHttp = (address: URL, { allowPrivateAddresses }: Pick<Config, "allowPrivateAddresses">): boolean =>
  isListed(address.hostname, allowPrivateAddresses ?? []);

const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](:\d{1,5})?$/i;

export const isDomain = (address: string): boolean => domain.test(address);

/**
 * The address as it is kept. Whether it can be reached is found out by fetching it. Throws `sources.bad-address`.
 */
export function checkedAddress(
  kind: SourceKind,
  given: string,
  config: Pick<Config, "allowPrivateAddresses">,
  now: Date,
): string {
  const address = given.trim();
  const bad = () => sourceProblems.error("sources.bad-address", { address: address.replace(/\/\/[^/]*@/, "//…@") });
  if (isLocal(kind)) {
    if (!isAbsolute(address) || address.includes("\0")) throw bad();
    return address;
  }
  if (kind === "csaf" && isDomain(address)) return address.toLowerCase();
  const filled = kind === "cve" ? datedAddress(address, now) : address;
  if (!URL.canParse(filled)) throw bad();
  const url = new URL(filled);
  if (url.username !== "" || url.password !== "") throw bad();
  const isTaken = url.protocol === "https:" || (url.protocol === "http:" && takesHttp(url, config));
  if (!isTaken) throw bad();
  return address;
}
