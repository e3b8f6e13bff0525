/** One block of an event stream. Without data it only moves the position, or asks for another pause. */
export interface Block {
  id: string | null;
  event: string;
  data: string | null;
  /** Milliseconds before a new connection, where the stream says so. */
  retry: number | null;
}

/** Characters that one block may have; a stream that brings more is no event stream. */
const longest = 16 * 1024 * 1024;

function blockOf(lines: readonly string[]): Block | null {
  const block: Block = { id: null, event: "message", data: null, retry: null };
  let any = false;
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon === 0) continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    any = true;
    if (name === "data") block.data = block.data === null ? value : `${block.data}\n${value}`;
    else if (name === "event") block.event = value;
    else if (name === "id" && !value.includes("\0")) block.id = value;
    else if (name === "retry" && /^\d{1,9}$/.test(value)) block.retry = Number(value);
  }
  return any ? block : null;
}

/** The bytes of a stream as they come. Not every browser goes through a stream by itself. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/**
 * Reads an event stream (WHATWG HTML §9.2.5) from its bytes. `alive` is called for everything that comes, comments among
 * it. Throws `RangeError` for a block that is too long.
 */
export async function* blocksOf(bytes: AsyncIterable<Uint8Array>, alive: () => void): AsyncGenerator<Block> {
  const decoder = new TextDecoder();
  let rest = "";
  let lines: string[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    alive();
    const text = rest + decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be half of a line's end.
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const parts = whole.split(/\r\n|\n|\r/);
    rest = (parts.pop() ?? "") + text.slice(whole.length);
    for (const line of parts) {
      if (line !== "") {
        lines.push(line);
        length += line.length;
        continue;
      }
      const block = blockOf(lines);
      [lines, length] = [[], 0];
      if (block !== null) yield block;
    }
    if (length + rest.length > longest) throw new RangeError("an event of the stream is too long");
  }
}
