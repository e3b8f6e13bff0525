import type { Language } from "@bongsu/base";
import type { LetterPart, LetterWords, Tone } from "./letter-words.ts";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as it stands in a page. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

/** Behind white words: each has a contrast of at least 6 to 1 (WCAG 2.2, 1.4.6 asks 7 for small and 4.5 for large). */
const tones: Record<Tone, string> = {
  urgent: "#9b1c1c",
  high: "#8a4500",
  medium: "#1f3a5f",
  low: "#46505a",
  done: "#1e5e38",
};

/** What changes where the reader's screen is dark. A mail program that knows no media queries shows the light page. */
const dark = [
  "body,.page{background:#14171a!important;color:#e6e8ea!important}",
  ".quiet{color:#a8b0b8!important}",
  ".rule{border-color:#3a4148!important}",
  ".link{color:#9cc2ff!important}",
].join("");

const style = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${dark}}`;

const line = (text: string): string => escaped(text).replaceAll("\n", "<br>");

const paragraph = (content: string, css = ""): string => `<p style="margin:0 0 16px;${css}">${content}</p>`;

const button = (label: string, href: string, tone: Tone): string =>
  `<a href="${escaped(href)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${tones[tone]};color:#ffffff;text-decoration:none;font-weight:bold">${escaped(label)}</a>`;

const shownAddress = (href: string): string =>
  `<span class="quiet" style="font-size:13px;color:#5a636c;overflow-wrap:anywhere">${escaped(href)}</span>`;

const band = (text: string, tone: Tone): string =>
  `<div style="margin:0 0 20px;padding:12px 16px;border-radius:6px;background:${tones[tone]};color:#ffffff;font-size:18px;font-weight:bold;overflow-wrap:anywhere">${line(text)}</div>`;

/** The first column is as wide as its longest word and no wider; on a phone the second one wraps beside it. */
function table(rows: readonly (readonly [string, string])[]): string {
  const cells = rows.map(
    ([name, value]) =>
      `<tr><td class="quiet rule" style="padding:6px 16px 6px 0;border-bottom:1px solid #d9dee3;color:#5a636c;vertical-align:top;white-space:nowrap">${line(name)}</td>` +
      `<td class="rule" style="padding:6px 0;border-bottom:1px solid #d9dee3;vertical-align:top;width:100%;overflow-wrap:anywhere">${line(value)}</td></tr>`,
  );
  return `<table role="presentation" cellspacing="0" cellpadding="0" style="border-collapse:collapse;width:100%;margin:0 0 20px;font-size:15px">${cells.join("")}</table>`;
}

function list(items: Extract<LetterPart, { items: unknown }>["items"]): string {
  const entry = ({ title, note, href }: (typeof items)[number]) => {
    const name =
      href === undefined
        ? `<strong>${line(title)}</strong>`
        : `<a class="link" href="${escaped(href)}" style="color:#1a4f9c;font-weight:bold">${line(title)}</a>`;
    const more = note === undefined ? "" : `<br><span class="quiet" style="color:#5a636c">${line(note)}</span>`;
    return `<li style="margin:0 0 10px;overflow-wrap:anywhere">${name}${more}</li>`;
  };
  return `<ul style="margin:0 0 20px;padding:0 0 0 20px">${items.map(entry).join("")}</ul>`;
}

const heading = (text: string, tone: Tone): string =>
  `<h2 style="margin:24px 0 10px;padding:0 0 0 10px;border-left:4px solid ${tones[tone]};font-size:17px">${escaped(text)}</h2>`;

function partOf(part: LetterPart): string {
  if ("rows" in part) return table(part.rows);
  return `${heading(part.heading, part.tone ?? "medium")}${list(part.items)}`;
}

const title = (text: string): string =>
  `<h1 style="margin:0 0 16px;font-size:21px;line-height:1.35">${line(text)}</h1>`;

/** The words of a letter, each already clean, as a page that loads nothing. */
export function pageOf(words: LetterWords): string {
  const { subject, lines, parts = [], footer = [], language } = words;
  const attribute = language === undefined ? "" : ` lang="${language satisfies Language}"`;
  const tone = words.band?.tone ?? "medium";
  return [
    "<!doctype html>",
    `<html${attribute}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(subject)}</title><style>${style}</style></head>`,
    '<body class="page" style="margin:0;padding:0;background:#ffffff;color:#1a1d20">',
    "<div class=\"page\" style=\"max-width:640px;margin:0 auto;padding:20px 16px;background:#ffffff;color:#1a1d20;font:16px/1.55 -apple-system,'Segoe UI','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif;word-break:keep-all;overflow-wrap:anywhere\">",
    ...(words.band === undefined ? [] : [band(words.band.text, tone)]),
    ...(words.title === undefined ? [] : [title(words.title)]),
    ...lines.map((text) => paragraph(line(text))),
    ...parts.map(partOf),
    ...(words.button === undefined
      ? []
      : [paragraph(button(words.button.label, words.button.url, tone)), paragraph(shownAddress(words.button.url))]),
    ...(footer.length === 0
      ? []
      : [
          '<div class="quiet rule" style="margin:24px 0 0;padding:14px 0 0;border-top:1px solid #d9dee3;font-size:13px;color:#5a636c">',
          ...footer.map((text) => paragraph(line(text), "margin:0 0 8px")),
          "</div>",
        ]),
    "</div></body></html>",
  ].join("\n");
}
