// What `bongsu match` may be told, and how it arrives.
export const formats = ["table", "json", "sarif", "csv", "cyclonedx-vex", "openvex", "markdown"] as const;
export const thresholds = ["low", "medium", "high", "critical", "exploited"] as const;
export const ratings = ["low", "medium", "high", "critical"] as const;
export const orders = ["severity", "component", "vulnerability", "epss"] as const;

export interface MatchArguments {
  advisories: string[];
  format: (typeof formats)[number];
  output?: string;
  vex: string[];
  ignore: string[];
  failOn?: (typeof thresholds)[number];
  minSeverity?: (typeof ratings)[number];
  sort: (typeof orders)[number];
  all: boolean;
}
