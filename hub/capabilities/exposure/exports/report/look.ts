import type { ExposureDecision } from "@bongsu/contracts";

/** Points of A4, and of what stands between its margins. */
export const margins = { top: 58, bottom: 54, left: 50, right: 50 } as const;
export const size = { width: 595.28, height: 841.89, inner: 595.28 - 100 } as const;

/** Colours of which each that carries text has a contrast of at least 7 : 1 on white (WCAG 2.2, 1.4.6). */
export const ink = {
  text: "#111827",
  muted: "#434a57",
  line: "#c7ccd4",
  tint: "#eef1f5",
  alarm: "#8f1a12",
  calm: "#0b5c33",
};

export interface Style {
  font: "regular" | "bold";
  points: number;
  colour: string;
}

export const styles = {
  title: { font: "bold", points: 20, colour: ink.text },
  heading: { font: "bold", points: 12.5, colour: ink.text },
  statement: { font: "bold", points: 13.5, colour: ink.text },
  figure: { font: "bold", points: 20, colour: ink.text },
  body: { font: "regular", points: 9.5, colour: ink.text },
  strong: { font: "bold", points: 9.5, colour: ink.text },
  head: { font: "bold", points: 8.5, colour: ink.muted },
  small: { font: "regular", points: 8.5, colour: ink.muted },
} satisfies Record<string, Style>;

export const decisionInk: Record<ExposureDecision, string> = {
  immediate: "#a3231a",
  "out-of-cycle": "#c4620a",
  scheduled: "#2f67a8",
  defer: "#8b93a1",
};

/** The label's colours on black, as TLP 2.0 gives them. */
export const tlpInk: Record<string, string> = {
  RED: "#FF2B2B",
  "AMBER+STRICT": "#FFC000",
  AMBER: "#FFC000",
  GREEN: "#33FF00",
  CLEAR: "#FFFFFF",
};
