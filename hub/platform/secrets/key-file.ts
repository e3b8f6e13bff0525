import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { keyLength } from "../config-values.ts";
import { secretProblems } from "./problems.ts";

/** A file of keys in Base64, one in a line, the newest first. */
type Keys = [KeyObject, ...KeyObject[]];

const fileIn = (dataDir: string): string => join(dataDir, "secret.key");

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Permissions of a group or of everybody (not kept on Windows). */
const othersMay = 0o077;

function write(file: string, text: string): void {
  const handle = openSync(file, "wx", 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What was just put into the folder stays there when the power goes. Not every system can (Windows). */
function keepFolder(dataDir: string): void {
  try {
    const handle = openSync(dataDir, "r");
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // The file itself is written through.
  }
}

/** Writes beside the file, whole and on disk, before `place` gives it the name: nobody ever reads half a key. */
function writeWhole(dataDir: string, text: string, place: (temporary: string, file: string) => void): void {
  const file = fileIn(dataDir);
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    write(temporary, text);
    place(temporary, file);
    keepFolder(dataDir);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Of several processes that start at once, the first to link its file makes the key of all. */
function linkFirst(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

const newLine = (): string => `${randomBytes(keyLength).toString("base64")}\n`;

/** The file's text; null where there is none. */
function readText(file: string): string | null {
  let handle: number;
  try {
    handle = openSync(file, "r");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  try {
    const isExposed = process.platform !== "win32" && (fstatSync(handle).mode & othersMay) !== 0;
    if (isExposed) throw secretProblems.error("secrets.key-exposed", { file });
    return readFileSync(handle, "utf8");
  } finally {
    closeSync(handle);
  }
}

function parse(text: string, file: string): Keys {
  const keys = text
    .trim()
    .split("\n")
    .map((line) => Buffer.from(line.trim(), "base64"));
  const [first, ...others] = keys.every(({ length }) => length === keyLength)
    ? keys.map((bytes) => createSecretKey(bytes))
    : [];
  if (first === undefined) throw secretProblems.error("secrets.key-damaged", { file });
  return [first, ...others];
}

function telling<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (codeOf(error).startsWith("secrets.")) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw secretProblems.error("secrets.key-unreadable", { file, reason }, {}, error);
  }
}

/**
 * The keys of the data folder, the newest first; the first is made where there is none, readable by this account only.
 * Throws `secrets.key-unreadable`, `secrets.key-exposed`, `secrets.key-damaged`.
 */
export function readOrMakeKeyFile(dataDir: string): Keys {
  const file = fileIn(dataDir);
  return telling(file, () => {
    const text = readText(file);
    if (text !== null) return parse(text, file);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeWhole(dataDir, newLine(), linkFirst);
    return parse(readText(file) ?? "", file);
  });
}

/**
 * Puts a new key before those of the data folder, so that it seals from the next start on and the earlier ones still
 * open. When everything is sealed anew, the earlier lines may be removed by hand. Throws as `readOrMakeKeyFile`.
 */
export function addKeyToFile(dataDir: string): void {
  const file = fileIn(dataDir);
  telling(file, () => {
    readOrMakeKeyFile(dataDir);
    writeWhole(dataDir, `${newLine()}${readText(file) ?? ""}`, renameSync);
  });
}
