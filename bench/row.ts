/** One measured claim. A bench file exports an async function that gives its rows. */
export interface Row {
  /** What was measured, on what input. */
  claim: string;
  /** What we aim at, as text; empty where there is no aim. */
  aim: string;
  /** What was measured, with its unit. */
  measured: string;
}

/** `1,234,567` */
export const count = (n: number): string => Math.round(n).toLocaleString("en-US");

export const milliseconds = (ms: number): string =>
  ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(2)} ms`;

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
