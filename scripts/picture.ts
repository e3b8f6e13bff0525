import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { displayWidth } from "@bongsu/matching/width";

// Draws the README's pictures from what the command really prints: `node scripts/picture.ts`.

const root = fileURLToPath(new URL("..", import.meta.url));
const main = join(root, "apps/cli/src/main.ts");

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function printed(cwd: string, ...args: string[]): string[] {
  const { stdout, status, stderr } = spawnSync(process.execPath, [main, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split("\n");
}

const columnWidth = 7.83;
const lineHeight = 18;
const margin = 24;
const headHeight = 44;

/** Urgent words, titles and rules are set off, as they are on a terminal. */
function colourOf(line: string, index: number): string {
  if (line.startsWith("$")) return "#8fd3ff";
  if (/^(ACT|COMPONENT|WHO ASKS) /.test(line) || index === 0) return "#f4f1ea";
  if (/^now /.test(line)) return "#ff9b71";
  return "#c9d1d9";
}

/** Characters of two columns are placed one by one, so that every column stands upright whatever the font. */
function textOf(line: string, y: number, colour: string): string {
  let x = 0;
  const runs: { x: number; text: string }[] = [];
  for (const character of line) {
    const width = displayWidth(character);
    const last = runs.at(-1);
    if (
      width === 1 &&
      last !== undefined &&
      last.x + displayWidth(last.text) === x &&
      displayWidth(last.text) === last.text.length
    )
      last.text += character;
    else runs.push({ x, text: character });
    x += width;
  }
  return runs
    .filter(({ text }) => text.trim() !== "")
    .map(({ x: column, text }) => {
      const lead = text.length - text.trimStart().length;
      const shown = text.trim();
      const length = (displayWidth(shown) * columnWidth).toFixed(1);
      return `<text x="${(margin + (column + lead) * columnWidth).toFixed(1)}" y="${y}" fill="${colour}" textLength="${length}" xml:space="preserve">${escaped(shown)}</text>`;
    })
    .join("");
}

function picture(label: string, lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map(displayWidth)) * columnWidth + 2 * margin);
  const height = headHeight + lines.length * lineHeight + margin;
  const dots = ["#ff6f4d", "#f2b84b", "#5fb98e"].map(
    (colour, n) => `<circle cx="${margin + 6 + n * 18}" cy="22" r="5.5" fill="${colour}"/>`,
  );
  const texts = lines.map((line, index) => textOf(line, headHeight + 12 + index * lineHeight, colourOf(line, index)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}"><rect width="${width}" height="${height}" rx="10" fill="#10161d"/>${dots.join("")}<g font-family="ui-monospace, 'DejaVu Sans Mono', 'D2Coding', monospace" font-size="13">${texts.join("\n")}</g></svg>\n`;
}

const folder = mkdtempSync(join(tmpdir(), "bongsu-picture-"));
try {
  const told = printed(folder, "demo", "--once");
  const seen = told.slice(
    told.findIndex((line) => line.startsWith("WHO ASKS")),
    told.findIndex((line) => line.startsWith("Checked:")),
  );
  const seeing = ["$ bongsu demo", "", ...seen.slice(0, -1)];
  writeFileSync(join(root, "docs/images/who-sees-what.svg"), picture("bongsu demo: who sees what", seeing));
  process.env.BONGSU_DATA_DIR = join(folder, ".bongsu", "demo");
  const lines = ["$ bongsu exposed CVE-2025-55182", "", ...printed(folder, "exposed", "CVE-2025-55182")];
  writeFileSync(join(root, "docs/images/exposed.svg"), picture("bongsu exposed CVE-2025-55182", lines));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
