const labels = new Map([
  ["WHITE", "TLP:CLEAR"],
  ["CLEAR", "TLP:CLEAR"],
  ["GREEN", "TLP:GREEN"],
  ["AMBER", "TLP:AMBER"],
  ["AMBER+STRICT", "TLP:AMBER+STRICT"],
  ["RED", "TLP:RED"],
]);

/** The TLP 2.0 label (FIRST) that a word means, `TLP:CLEAR` for TLP 1's `WHITE`; null for a word that is none. */
export function tlpLabel(word: string): string | null {
  return labels.get(word.toUpperCase().replace(/^TLP:/, "")) ?? null;
}

/** CSAF 2.0's word for a label: TLP 1, which has no `AMBER+STRICT`; that becomes `RED`, so that nobody is shown more. */
export function tlp1Word(label: string): "WHITE" | "GREEN" | "AMBER" | "RED" {
  if (label === "TLP:CLEAR") return "WHITE";
  if (label === "TLP:GREEN") return "GREEN";
  return label === "TLP:AMBER" ? "AMBER" : "RED";
}
