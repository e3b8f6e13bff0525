import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("reference.css", import.meta.url), "utf8");

/** The colours that a part of the style sheet gives names. */
const coloursIn = (from: number, to: number): Record<string, string> =>
  Object.fromEntries(
    [...css.slice(from, to).matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
  );

const dark = css.indexOf("@media (prefers-color-scheme: dark)");
const light = coloursIn(0, dark);
const themes = {
  light,
  dark: { ...light, ...coloursIn(dark, css.indexOf("* {")) },
  print: { ...light, ...coloursIn(css.indexOf("@media print"), css.length) },
};

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((one) => one + one).join("") : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: string, b: string): number => {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (lighter + 0.05) / (darker + 0.05);
};

/** What is written on what. */
const pairs = [
  ...["ink", "soft", "celadon", "fire", "amber"].map((text) => [text, "ground"]),
  ...["ink", "soft"].map((text) => [text, "wash"]),
  ...["ink", "celadon"].map((text) => [text, "raised"]),
  ["on-night", "night"],
] as const;

test("text stands out from what it is on by day, by night and on paper (WCAG 2.2 §1.4.3, AA)", () => {
  assert.equal(Math.round(contrast("#000", "#ffffff")), 21);
  for (const [theme, colours] of Object.entries(themes)) {
    for (const [text = "", ground = ""] of pairs) {
      const found = contrast(colours[text] ?? "", colours[ground] ?? "");
      assert.ok(found >= 4.5, `${theme}: ${text} on ${ground} ${found.toFixed(2)}`);
    }
  }
});
