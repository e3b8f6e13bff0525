import { createSecretKey, type KeyObject } from "node:crypto";
import { isAbsolute } from "node:path";
import { z } from "zod";
import { parseRange } from "./net/ranges.ts";
import { isZone } from "./zones.ts";

/** Bytes of the key under which secrets are sealed (AES-256). */
export const keyLength = 32;

/** A text that is not empty, without the blanks around it. */
export const text = z.string().trim().min(1);

/** `Asia/Seoul` */
export const zone = z.string().refine(isZone, "the IANA name of a time zone such as Asia/Seoul is expected");

/** `a, b,c` as a list; nothing is an empty list. */
const list = <T>(schema: z.ZodType<T, string>) =>
  z
    .string()
    .default("")
    .transform((value) => value.split(",").map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ""))
    .pipe(z.array(schema));

const isLocal = ({ hostname }: URL): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

/** An address that is safe against listeners: https, or plain http on this very machine. */
const isSafe = (url: URL): boolean => url.protocol === "https:" || (url.protocol === "http:" && isLocal(url));

/** `https://hub.example.kr`: scheme, host and port, nothing behind. */
export const origin = z.url({ error: "an address is expected" }).transform((value, context) => {
  const url = new URL(value);
  const bare =
    url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "" && url.password === "";
  if (isSafe(url) && bare) return url.origin;
  context.addIssue("https://, a host and perhaps a port are expected, and nothing behind; http:// only on localhost");
  return z.NEVER;
});

/** An https address with a path, or plain http on this very machine. */
export const safeAddress = z
  .url({ error: "an address is expected" })
  .refine((value) => isSafe(new URL(value)), "https:// is expected; http:// only on localhost");

/** 32 bytes in hexadecimal or Base64, kept so that no log and no dump shows them. */
export const key = text.transform((value, context): KeyObject => {
  const bytes = /^[0-9a-f]{64}$/i.test(value)
    ? Buffer.from(value, "hex")
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(value)
      ? Buffer.from(value, "base64")
      : Buffer.alloc(0);
  if (bytes.length === keyLength) return createSecretKey(bytes);
  context.addIssue("32 bytes in hexadecimal or Base64 are expected");
  return z.NEVER;
});

export const keys = list(key);

/** `10.0.0.0/8` or one address. */
const range = z
  .string()
  .refine((value) => parseRange(value) !== null, "an address or a range such as 10.0.0.0/8 is expected");

export const ranges = list(range);

const hostPattern = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

const host = z
  .string()
  .toLowerCase()
  .refine(
    (value) => parseRange(value) !== null || (hostPattern.test(value) && !/^[\d.]+$/.test(value)),
    "a host, an address or a range such as 10.0.0.0/8 is expected",
  );

export const rangesOrHosts = list(host);

/** Full paths of folders. */
export const folders = list(z.string().refine(isAbsolute, "the full path of a folder is expected"));

/** `alerts@hub.example.kr` or `Bongsu <alerts@hub.example.kr>`, in one line. */
export const mailbox = text.regex(
  /^(?:[^<>@,;"\p{Cc}]+ <[^\s<>@,;"\p{Cc}]+@[^\s<>@,;"\p{Cc}]+>|[^\s<>@,;"\p{Cc}]+@[^\s<>@,;"\p{Cc}]+)$/u,
  "a mail address is expected, as in Bongsu <alerts@hub.example.kr>",
);
