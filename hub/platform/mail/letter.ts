import { pageOf } from "./letter-page.ts";
import type { LetterPart, LetterWords } from "./letter-words.ts";

export interface LetterBody {
  subject: string;
  text: string;
  html: string;
}

/** Without control characters, and without those that turn the direction of writing; line ends stay. */
const clean = (text: string): string => text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "");

/** A web address as it stands in a page. Throws TypeError for any other. */
function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") throw new TypeError("a letter links to web addresses only");
  return href;
}

function cleanPart(part: LetterPart): LetterPart {
  if ("rows" in part) return { rows: part.rows.map(([name, value]) => [clean(name), clean(value)] as const) };
  const items = part.items.map(({ title, note, href }) => ({
    title: clean(title),
    ...(note === undefined ? {} : { note: clean(note) }),
    ...(href === undefined ? {} : { href: webAddress(href) }),
  }));
  return { ...part, heading: clean(part.heading), items };
}

function textOf(part: LetterPart): string {
  if ("rows" in part) return part.rows.map(([name, value]) => `${name}: ${value}`).join("\n");
  const item = ({ title, note, href }: (typeof part.items)[number]) =>
    [
      `- ${title}`,
      ...[note, href].filter((line) => line !== undefined).map((line) => `  ${line.replaceAll("\n", "\n  ")}`),
    ].join("\n");
  return [part.heading, ...part.items.map(item)].join("\n");
}

/**
 * The letter as plain text and as a page that loads nothing; whatever the words hold, they stay words. The button's
 * address also stands in the page to be read, since many mail programs do not follow links.
 */
export function letter(given: LetterWords): LetterBody {
  const { band, title, button, footer, parts, ...rest } = given;
  const words: LetterWords = {
    ...rest,
    subject: clean(given.subject),
    lines: given.lines.map(clean),
    ...(band === undefined ? {} : { band: { ...band, text: clean(band.text) } }),
    ...(title === undefined ? {} : { title: clean(title) }),
    ...(parts === undefined ? {} : { parts: parts.map(cleanPart) }),
    ...(button === undefined ? {} : { button: { label: clean(button.label), url: webAddress(button.url) } }),
    ...(footer === undefined ? {} : { footer: footer.map(clean) }),
  };
  const text = [
    ...(words.band === undefined ? [] : [words.band.text]),
    ...(words.title === undefined ? [] : [words.title]),
    ...words.lines,
    ...(words.parts ?? []).map(textOf),
    ...(words.button === undefined ? [] : [`${words.button.label}:\n${words.button.url}`]),
    ...(words.footer === undefined ? [] : [["-- ", ...words.footer].join("\n")]),
  ];
  return { subject: words.subject, text: `${text.join("\n\n")}\n`, html: pageOf(words) };
}
