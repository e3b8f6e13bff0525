import type { Reason } from "../index.ts";
import type { Gpg } from "./gpg.ts";

/** A document with what stands beside it, as strings, and what has to come of it. */
export interface Scenario {
  name: string;
  document: string;
  /** Armored. */
  signature: string;
  /** Armored. */
  keys: string;
  /** Now. */
  at: string;
  expected: "good" | Reason;
}

const document =
  '{"document":{"title":"패치 권고 2024-001","tracking":{"id":"KR-2024-001"}}}  \n{"second":"line"}\r\nlast line';

const [made, changed, signed, later] = ["20240101T000000", "20240201T000000", "20240301T000000", "20240401T000000"];
const at = "2025-01-01T00:00:00Z";

const armor = (gpg: Gpg, bytes: Uint8Array): string =>
  gpg
    .run(["--enarmor"], { input: bytes })
    .toString()
    .replaceAll("ARMORED FILE", "SIGNATURE")
    .replace(/^Comment: .*\n/gm, "");

/** Keys of every kind and what becomes of them, made by a real GnuPG. */
export function scenarios(gpg: Gpg): Scenario[] {
  const list: Scenario[] = [];
  const add = (
    name: string,
    signature: Uint8Array,
    key: string,
    expected: Scenario["expected"],
    rest: Partial<Scenario> = {},
  ) =>
    list.push({
      name,
      document,
      signature: armor(gpg, signature),
      keys: gpg.exportArmored(key),
      at,
      expected,
      ...rest,
    });
  const sign = (key: string, ...more: string[]): Buffer => gpg.sign(document, [key], { at: signed, more });
  const make = (name: string, algorithm = "ed25519", usage = "sign", more: string[] = []): string =>
    gpg.make(name, algorithm, usage, { at: made, more });

  for (const algorithm of ["rsa2048", "rsa4096", "nistp256", "nistp384", "nistp521", "ed25519"]) {
    const key = make(`${algorithm} <key@example.org>`, algorithm);
    add(algorithm, sign(key), key, "good");
    const other = document.replace("001", "002");
    add(`${algorithm}, another document`, sign(key), key, "wrong-signature", { document: other });
  }
  for (const [algorithm, expected] of [
    ["rsa1024", "weak-algorithm"],
    ["dsa2048", "weak-algorithm"],
    ["brainpoolP256r1", "unsupported"],
  ] as const) {
    const key = make(algorithm, algorithm);
    add(algorithm, sign(key), key, expected);
  }

  const plain = make("plain", "rsa2048");
  for (const hash of ["SHA256", "SHA384", "SHA512"])
    add(`signed by ${hash}`, sign(plain, "--digest-algo", hash), plain, "good");
  add("signed by SHA-1", sign(plain, "--digest-algo", "SHA1"), plain, "weak-algorithm");
  add("signed by RIPEMD-160", sign(plain, "--digest-algo", "RIPEMD160"), plain, "weak-algorithm");
  add("signed by SHA-224", sign(plain, "--digest-algo", "SHA224"), plain, "unsupported");
  const text = sign(plain, "--textmode");
  add("a text, as it was signed", text, plain, "good");
  add("a text, line endings changed", text, plain, "good", { document: document.replace(/\r?\n/g, "\r\n") });
  add("a text, white space changed", text, plain, "wrong-signature", { document: document.replace("  \n", "\n") });
  add("bytes, line endings changed", sign(plain), plain, "wrong-signature", {
    document: document.replace(/\r?\n/g, "\r\n"),
  });
  add("a notation", sign(plain, "--sig-notation", "about@example.org=this"), plain, "good");
  add("a critical notation", sign(plain, "--sig-notation", "!about@example.org=this"), plain, "not-understood");
  add("signed later than now", sign(plain), plain, "not-yet-valid", { at: "2024-02-29T23:59:59Z" });
  add("signed at this very moment", sign(plain), plain, "good", { at: "2024-03-01T00:00:00Z" });
  const brief = sign(plain, "--default-sig-expire", "1d");
  add("a signature that expired", brief, plain, "expired-signature");
  add("a signature that will expire", brief, plain, "good", { at: "2024-03-01T12:00:00Z" });

  const other = make("other");
  add("another's signature", sign(other), plain, "unknown-key");
  const both = gpg.sign(document, [other, plain], { at: signed });
  add("two signatures, the second by a known key", both, plain, "good");
  add("two signatures, of another document", both, plain, "wrong-signature", { document: "" });

  const withSubkey = make("with a subkey", "ed25519", "cert");
  gpg.addSubkey(withSubkey, "rsa2048", "sign", { at: made });
  gpg.addSubkey(withSubkey, "cv25519", "encr", { at: made });
  const bySubkey = sign(withSubkey);
  add("by a subkey", bySubkey, withSubkey, "good");
  gpg.revokeSubkey(withSubkey, { at: later });
  add("by a subkey that was revoked later", bySubkey, withSubkey, "revoked-key");

  const limited = make("limited", "ed25519", "cert");
  gpg.addSubkey(limited, "ed25519", "sign", { at: made });
  const late = gpg.sign(document, [limited], { at: later });
  gpg.run(["--faked-system-time", `${changed}!`, "--quick-set-expire", limited, "4w", "*"]);
  add("by a subkey that had expired", late, limited, "expired-key");

  const expired = make("expired");
  const [before, after] = [
    gpg.sign(document, [expired], { at: changed }),
    gpg.sign(document, [expired], { at: later }),
  ];
  gpg.run(["--faked-system-time", `${changed}!`, "--quick-set-expire", expired, "4w"]);
  add("before the key expired", before, expired, "good");
  add("after the key expired", after, expired, "expired-key");
  gpg.run(["--faked-system-time", `${later}!`, "--quick-set-expire", expired, "3y"]);
  add("after the key expired, which was prolonged", after, expired, "good");

  for (const [name, reason, expected] of [
    ["revoked for no reason", 0, "revoked-key"],
    ["compromised", 1, "revoked-key"],
    ["superseded", 2, "good"],
    ["retired", 3, "good"],
  ] as const) {
    const key = make(name);
    const signature = sign(key);
    gpg.revoke(key, { reason, at: later });
    add(`${name}, later`, signature, key, expected);
  }
  const retired = make("retired before");
  const signature = sign(retired);
  gpg.revoke(retired, { reason: 3, at: changed });
  add("by a key that was retired before", signature, retired, "revoked-key");

  const sha1 = ["--cert-digest-algo", "SHA1"];
  const old = gpg.make("certified by SHA-1 long ago", "rsa2048", "sign", { at: "20150101T000000", more: sha1 });
  add("by a key that certified itself by SHA-1 long ago", sign(old), old, "good");
  const recent = make("certified by SHA-1 of late", "rsa2048", "sign", sha1);
  add("by a key that certified itself by SHA-1 of late", sign(recent), recent, "may-not-sign");
  return list;
}
