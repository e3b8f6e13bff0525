import { mailProblems } from "./problems.ts";

/** One address and nothing else: what could end a header, begin another or name a second receiver has no place in it. */
const pattern = /^[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]{1,64}@[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]{1,255}$/u;

/** Throws `mail.bad-address`. */
export function checkedAddress(address: string): string {
  if (pattern.test(address)) return address;
  throw mailProblems.error("mail.bad-address", { address });
}

/** `Bongsu <alerts@hub.example.kr>` or the address alone. Throws `mail.bad-address`. */
export function parseMailbox(mailbox: string): { name: string; address: string } {
  const [, name, address] = /^([^<]*)<([^<>]*)>$/.exec(mailbox) ?? [];
  return { name: (name ?? "").trim(), address: checkedAddress(address ?? mailbox) };
}

/** One line: what a header holds. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 300);
