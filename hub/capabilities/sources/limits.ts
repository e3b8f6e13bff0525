/** How much is taken from what others publish, and for how long it is waited for. */
export const sourceLimits = {
  /** Bytes of one document. */
  documentBytes: 64 * 2 ** 20,
  /** Bytes of a list of documents, of a catalogue or of scores, once unpacked. */
  listBytes: 256 * 2 ** 20,
  /** Bytes of metadata, of a key, a hash, a signature. */
  smallBytes: 2 ** 20,
  /** Milliseconds for one answer that is held in memory, and of silence. */
  answerTime: 120_000,
  silence: 30_000,
  /** Milliseconds for a download onto the disk. */
  downloadTime: 4 * 3_600_000,
  /** Milliseconds for a whole run. */
  runTime: 10 * 3_600_000,
  archive: {
    fileBytes: 64 * 2 ** 20,
    entries: 2_000_000,
    totalBytes: 64 * 2 ** 30,
    ratio: 200,
    ratioFrom: 64 * 2 ** 20,
  },
  /** Documents that are fetched at the same time. */
  together: 4,
  /** Documents in a row that could not be fetched, after which the run gives up. */
  inVain: 10,
  /** One transaction takes at most so many documents, or bytes of them: an upload waits for no more than that. */
  batchDocuments: 250,
  batchBytes: 8_000_000,
  /** Files in a folder. */
  files: 1_000_000,
  /** Milliseconds for which a process holds a source without renewing that, and between renewals. */
  lease: 90_000,
  renewal: 20_000,
} as const;

type Widened<T> = { [Name in keyof T]: T[Name] extends number ? number : Widened<T[Name]> };

export type SourceLimits = Widened<typeof sourceLimits>;
