/** The part of a stream that is still needed. It grows at its end, is cut at its beginning, and knows lines and columns. */
export class Window {
  bytes: Uint8Array = new Uint8Array(0);
  /** The next byte to read. */
  position = 0;
  /** The first byte to keep when more comes. Equal to `position` except within a value. */
  mark = 0;
  end = 0;
  /** A buffer of our own; a chunk is used where it is as long as nothing has to be joined to it. */
  #own = new Uint8Array(0);
  #base = 0;
  #counted = 0;
  #line = 1;
  #column = 1;

  /** Takes a chunk. What stands before `mark` is forgotten; amortised, each byte is copied a constant number of times. */
  add(chunk: Uint8Array): void {
    const kept = this.end - this.mark;
    const needed = kept + chunk.length;
    if (this.bytes === this.#own && kept > 0 && this.end + chunk.length <= this.#own.length) {
      this.#own.set(chunk, this.end);
      this.end += chunk.length;
      return;
    }
    this.#count(this.mark);
    const rest = this.bytes.subarray(this.mark, this.end);
    if (kept === 0) this.bytes = chunk;
    else {
      if (needed * 2 > this.#own.length) this.#own = new Uint8Array(Math.max(needed * 3, 4096));
      this.#own.set(rest);
      this.#own.set(chunk, kept);
      this.bytes = this.#own;
    }
    this.#base += this.mark;
    this.#counted -= this.mark;
    this.position -= this.mark;
    this.mark = 0;
    this.end = needed;
  }

  /** Line and column (from 1, in characters) and offset (from 0, in bytes). Ask for ever later positions only. */
  locate(position: number): { line: number; column: number; offset: number } {
    this.#count(position);
    return { line: this.#line, column: this.#column, offset: this.#base + position };
  }

  #count(to: number): void {
    const bytes = this.bytes;
    let line = this.#line;
    let column = this.#column;
    for (let i = this.#counted; i < to; i++) {
      const byte = bytes[i] ?? 0;
      if (byte === 0x0a) {
        line++;
        column = 1;
      } else if ((byte & 0xc0) !== 0x80) column++;
    }
    this.#line = line;
    this.#column = column;
    if (to > this.#counted) this.#counted = to;
  }
}
