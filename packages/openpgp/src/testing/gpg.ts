import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `test(name, { skip }, …)` takes: false where GnuPG is here, else the line that says that it is not. */
export const skipWithoutGpg: string | false =
  spawnSync("gpg", ["--version"]).status === 0 ? false : "GnuPG (gpg) is not here";

/** A real GnuPG with a home of its own, which is removed when it is disposed of. */
export class Gpg implements Disposable {
  // The agent's socket needs a short path.
  readonly #home = mkdtempSync(join(tmpdir(), "pgp-"));

  /** Runs `gpg`; throws with what it said where it fails. `answers` are what a person would type. */
  run(
    args: readonly string[],
    { input = "", answers }: { input?: Uint8Array | string; answers?: string[] } = {},
  ): Buffer {
    const mode = answers === undefined ? ["--batch"] : ["--no-tty", "--command-fd", "0", "--expert"];
    const fixed = ["--homedir", this.#home, "--quiet", "--yes", "--pinentry-mode", "loopback", "--passphrase", ""];
    const typed = answers === undefined ? input : `${answers.join("\n")}\n`;
    const { status, stdout, stderr } = spawnSync("gpg", [...fixed, ...mode, ...args], { input: typed });
    if (status !== 0) throw new Error(`gpg ${args.join(" ")}: ${stderr}`);
    return stdout;
  }

  /** Makes a primary key and gives its fingerprint. `expires` as gpg takes it: `1d`, `never`; `at` is the time it is told. */
  make(name: string, algorithm: string, usage: string, { expires = "never", at, more = [] }: MakeOptions = {}): string {
    this.run([...clock(at), ...more, "--quick-gen-key", name, algorithm, usage, expires]);
    return this.fingerprint(name);
  }

  addSubkey(fingerprint: string, algorithm: string, usage: string, { expires = "never", at }: MakeOptions = {}): void {
    this.run([...clock(at), "--quick-add-key", fingerprint, algorithm, usage, expires]);
  }

  fingerprint(name: string): string {
    const listed = this.run(["--with-colons", "--list-keys", name]).toString();
    return /^fpr:+([0-9A-F]+):/m.exec(listed)?.[1] ?? "";
  }

  export(...names: string[]): Buffer {
    return this.run(["--export", ...names]);
  }

  exportArmored(...names: string[]): string {
    return this.run(["--armor", "--export", ...names]).toString();
  }

  /** A detached signature by these users or keys. A key followed by `!` is used itself, not one of its subkeys. */
  sign(document: Uint8Array | string, signers: readonly string[], { at, more = [] }: SignOptions = {}): Buffer {
    const users = signers.flatMap((signer) => ["--local-user", signer]);
    return this.run([...clock(at), ...more, ...users, "--detach-sign"], { input: document });
  }

  /** Revokes a primary key: for no reason given, or with gpg's number of one (1 compromised, 2 superseded, 3 retired). */
  revoke(fingerprint: string, { reason = 0, at }: { reason?: number; at?: string } = {}): void {
    const answers = ["y", String(reason), "", "y"];
    const revocation = this.run([...clock(at), "--gen-revoke", fingerprint], { answers });
    this.run(["--import"], { input: revocation });
  }

  revokeSubkey(fingerprint: string, { reason = 0, at }: { reason?: number; at?: string } = {}): void {
    const answers = ["key 1", "revkey", "y", String(reason), "", "y", "save"];
    this.run([...clock(at), "--edit-key", fingerprint], { answers });
  }

  [Symbol.dispose](): void {
    spawnSync("gpgconf", ["--homedir", this.#home, "--kill", "all"]);
    rmSync(this.#home, { recursive: true, force: true });
  }
}

interface MakeOptions {
  expires?: string;
  at?: string | undefined;
  more?: string[];
}

interface SignOptions {
  at?: string;
  more?: string[];
}

/** `20240101T000000`: gpg is told that it is then, and that the time stands still. */
const clock = (at: string | undefined): string[] => (at === undefined ? [] : ["--faked-system-time", `${at}!`]);
