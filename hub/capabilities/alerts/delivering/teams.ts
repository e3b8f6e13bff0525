import { cutTo, inert } from "./inert.ts";
import type { Parcel, ToldAlert } from "./parcel.ts";
import { absolute, headline, label, markingLine, phrases, subjectLine, urgencyOf, withDue } from "./told.ts";

/** Bytes that Teams takes, its own limit of 28 kB less some room. */
const longest = 27_000;

/** How much a message says, from plenty to little: it is the first that fits. */
const sizes = [
  { alerts: 10, body: 700, title: 300 },
  { alerts: 10, body: 200, title: 200 },
  { alerts: 5, body: 100, title: 150 },
  { alerts: 1, body: 50, title: 100 },
  { alerts: 0, body: 0, title: 0 },
] as const;

type Size = (typeof sizes)[number];

interface Style {
  weight?: "Bolder";
  size?: "Large" | "Small";
  isSubtle?: boolean;
}

/** Text runs know no Markdown (Adaptive Cards, TextRun): what an advisory says stays words. */
const text = (words: string, style: Style = {}) => ({
  type: "RichTextBlock",
  inlines: [{ type: "TextRun", text: inert(words) || " ", ...style }],
});

const styles = ["default", "accent", "warning", "attention"] as const;

const alertItems = (alert: ToldAlert, { language, zone }: Parcel, { body, title }: Size) => ({
  type: "Container",
  separator: true,
  items: [
    text(cutTo(withDue(alert, language, zone).replaceAll("\n", " "), title), { weight: "Bolder" }),
    ...(body === 0 ? [] : [text(cutTo(alert.body[language], body))]),
  ],
});

function card(url: string, parcel: Parcel, size: Size) {
  const { language, told } = parcel;
  const [first] = told;
  const only = parcel.alerts.length === 1 && first !== undefined ? first : null;
  const urgency = urgencyOf(parcel);
  const title = `[${label(parcel, language)}] ${cutTo(parcel.organisationName[language], 100)}`;
  const link = absolute(url, only === null ? "/alerts" : only.link);
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    msteams: { width: "Full" },
    body: [
      {
        type: "Container",
        style: urgency === null ? "good" : (styles[urgency] ?? "default"),
        bleed: true,
        items: [
          text(title, { weight: "Bolder", size: "Large" }),
          ...(only === null ? [text(headline(parcel, language))] : []),
        ],
      },
      ...(told.length === 0 ? [text(phrases.testBody[language])] : []),
      ...told.slice(0, size.alerts).map((alert) => alertItems(alert, parcel, size)),
      text(cutTo(markingLine(parcel, language), 200), { isSubtle: true, size: "Small" }),
    ],
    actions:
      link.length > 2_000
        ? []
        : [{ type: "Action.OpenUrl", title: (only === null ? phrases.seeAll : phrases.seeIt)[language], url: link }],
  };
}

const message = (url: string, parcel: Parcel, size: Size): string =>
  JSON.stringify({
    type: "message",
    summary: cutTo(inert(subjectLine(parcel, parcel.language)), 300),
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: card(url, parcel, size),
      },
    ],
  });

/** A message for a Teams workflow that posts to a channel (“When a Teams webhook request is received”), within 28 kB. */
export function teamsBody(url: string, parcel: Parcel): string {
  let body = "";
  for (const size of sizes) {
    body = message(url, parcel, size);
    if (Buffer.byteLength(body) <= longest) break;
  }
  return body;
}
