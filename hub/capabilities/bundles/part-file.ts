import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import type { Sink, Source } from "@bongsu/bundles";

export const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** A file as the format's reader takes it. */
export async function sourceOf(handle: FileHandle, name: string): Promise<Source> {
  const { size } = await handle.stat();
  return {
    name,
    size,
    read: async (offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, offset + filled);
        if (bytesRead === 0) return bytes.slice(0, filled);
        filled += bytesRead;
      }
      return bytes;
    },
  };
}

/** Reads a bundle's file, and closes it whatever happens. */
export async function withSource<T>(file: string, work: (source: Source) => Promise<T>): Promise<T> {
  const handle = await open(file, "r");
  try {
    return await work(await sourceOf(handle, file));
  } finally {
    await handle.close();
  }
}

/** A bundle that is being written: under another name, so that what has its own name is whole. */
export class PartFile {
  readonly name: string;
  private readonly file: string;
  private readonly handle: FileHandle;
  private end = 0;

  private constructor(file: string, handle: FileHandle) {
    this.file = file;
    this.name = `${file}.part`;
    this.handle = handle;
  }

  /** Opens what an interrupted export left, or a new one, readable by this account alone. */
  static async open(file: string): Promise<PartFile> {
    const name = `${file}.part`;
    const handle = await open(name, "r+").catch(() => open(name, "wx+", 0o600));
    return new PartFile(file, handle);
  }

  source(): Promise<Source> {
    return sourceOf(this.handle, this.name);
  }

  /** Forgets everything from there on. */
  async cut(end: number): Promise<void> {
    await this.handle.truncate(end);
    this.end = end;
  }

  readonly sink: Sink = async (bytes) => {
    for (let done = 0; done < bytes.length; ) {
      done += (await this.handle.write(bytes, done, bytes.length - done, this.end + done)).bytesWritten;
    }
    this.end += bytes.length;
  };

  /** Everything is on disk. Gives the SHA-256 of the whole. */
  async flush(): Promise<{ sha256: Uint8Array; bytes: number }> {
    await this.handle.sync();
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(this.name)) hash.update(chunk);
    return { sha256: hash.digest(), bytes: (await this.handle.stat()).size };
  }

  /** It gets its own name. */
  finish(): Promise<void> {
    return rename(this.name, this.file);
  }

  /** What holds nothing does not stay. */
  async close(): Promise<void> {
    const { size } = await this.handle.stat();
    await this.handle.close();
    if (size === 0) await rm(this.name, { force: true });
  }
}
