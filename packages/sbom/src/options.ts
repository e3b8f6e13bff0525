/** Bounds on what is taken in, against documents made to exhaust the reader. */
export interface ReadSbomOptions {
  /** Named in the places of problems. */
  file?: string;
  /** Bytes of the document; 4 GiB if not said. */
  maxBytes?: number;
  /** Objects, arrays or elements within each other; 200 if not said. */
  maxDepth?: number;
  /** Bytes (XML, tag-value: characters) of one component with all that is within it; 64 Mi if not said. */
  maxValueBytes?: number;
  /** Called and waited for by `readSbom` after every thousandth component, with how many there are so far. */
  onProgress?: (components: number) => void | Promise<void>;
}

export interface Limits {
  maxBytes: number;
  maxDepth: number;
  maxValueBytes: number;
}

const mebibyte = 1024 * 1024;

export function limitsOf(options: ReadSbomOptions): Limits {
  const { maxBytes = 4096 * mebibyte, maxDepth = 200, maxValueBytes = 64 * mebibyte } = options;
  return { maxBytes, maxDepth, maxValueBytes };
}
