import type { listExposures, OutputOf, showUpload } from "@bongsu/contracts";

export type Upload = OutputOf<typeof showUpload>;
export type Exposure = OutputOf<typeof listExposures>["items"][number];

/** One file, and what became of it. */
export interface Uploaded {
  file: string;
  upload: Upload;
  /** Those at or above the threshold that nobody accepted; empty where none was asked for. */
  exposures: Exposure[];
}
