import type { Language } from "@bongsu/base";

/** A letter as it is written: in one language, plain text. */
export interface LetterWords {
  subject: string;
  /** A paragraph each. */
  lines: readonly string[];
  /** The one thing that the reader is to do. */
  button?: { label: string; url: string };
  language?: Language;
}

export interface LetterBody {
  subject: string;
  text: string;
  html: string;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

/** Without control characters, and without those that turn the direction of writing; line ends stay. */
const clean = (text: string): string => text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "");

/** A web address as it stands in a page. Throws TypeError for any other. */
function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") throw new TypeError("a letter links to web addresses only");
  return href;
}

const paragraph = (content: string): string => `<p style="margin:0 0 16px">${content}</p>`;

const buttonStyle =
  "display:inline-block;padding:10px 18px;border-radius:6px;background:#1f3a5f;color:#ffffff;text-decoration:none";

function pageOf(title: string, language: Language | undefined, paragraphs: readonly string[]): string {
  const attribute = language === undefined ? "" : ` lang="${language}"`;
  return [
    "<!doctype html>",
    `<html${attribute}><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1a1a1a">',
    ...paragraphs.map(paragraph),
    "</body></html>",
  ].join("\n");
}

/**
 * The letter as plain text and as a simple page that loads nothing; whatever the words hold, they stay words. The
 * button's address also stands in the page to be read, since many mail programs do not follow links.
 */
export function letter({ subject, lines, button, language }: LetterWords): LetterBody {
  const words = lines.map(clean);
  const link = button === undefined ? null : { label: clean(button.label), href: webAddress(button.url) };
  const paragraphs = words.map((line) => escaped(line).replaceAll("\n", "<br>"));
  if (link !== null) {
    const href = escaped(link.href);
    paragraphs.push(`<a href="${href}" style="${buttonStyle}">${escaped(link.label)}</a>`, href);
  }
  return {
    subject: clean(subject),
    text: `${[...words, ...(link === null ? [] : [`${link.label}:\n${link.href}`])].join("\n\n")}\n`,
    html: pageOf(clean(subject), language, paragraphs),
  };
}
