// What `bongsu upload` may be told, and how it arrives.
export const formats = ["text", "json", "sarif"] as const;

/** What is to be done about an exposure (SSVC), the least urgent first. */
export const thresholds = ["defer", "scheduled", "out-of-cycle", "immediate"] as const;

export type Threshold = (typeof thresholds)[number];

export interface UploadArguments {
  organisation: string;
  asset: string[];
  create: boolean;
  kind?: string;
  commit?: string;
  ref?: string;
  pipeline?: string;
  tool?: string;
  wait: boolean;
  timeout: number;
  failOn?: Threshold;
  format: (typeof formats)[number];
  output?: string;
}
