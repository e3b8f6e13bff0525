import { cutTo, inert } from "./inert.ts";
import type { Parcel, ToldAlert } from "./parcel.ts";
import { absolute, headline, label, markingLine, phrases, subjectLine, withDue } from "./told.ts";

/** Block Kit's limits, in characters: a header's text, a section's, a button's address. */
const limits = { header: 150, section: 3_000, url: 3_000, text: 3_000 };

/** Alerts that one message shows; each takes one block of fifty. */
const shown = 10;

/** What of one alert's body is shown. */
const longestBody = 700;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Slack's three characters, without which nothing is a mention or a link. */
const written = (character: string): string => entities[character] ?? character;

const plain = (text: string, most: number) => ({
  type: "plain_text",
  text: cutTo(inert(text).replaceAll("\n", " "), most, written) || " ",
  emoji: false,
});

/** `verbatim`: names and addresses in it are left as they are. */
const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text: text || " ", verbatim: true } });

const context = (text: string) => ({
  type: "context",
  elements: [plain(text, limits.section)],
});

/** `*` and the like would turn the emphasis around. */
const unstyled = (text: string): string => text.replace(/[*_~`]/g, (mark) => `\u2060${mark}`);

function alertSection(alert: ToldAlert, { language, zone }: Parcel) {
  const title = cutTo(unstyled(inert(withDue(alert, language, zone)).replaceAll("\n", " ")), 500, written);
  const body = cutTo(unstyled(inert(alert.body[language])), longestBody, written);
  return section(`*${title}*\n${body}`);
}

function button(text: string, url: string) {
  if (url.length > limits.url) return [];
  return [{ type: "actions", elements: [{ type: "button", text: plain(text, 75), url }] }];
}

/**
 * A message for Slack's incoming webhooks, and for what takes the same (Mattermost, Rocket.Chat read `text`). Nothing
 * of an advisory becomes a mention or a link.
 */
export function slackBody(url: string, parcel: Parcel): string {
  const { language, told } = parcel;
  const [first] = told;
  const only = parcel.alerts.length === 1 && first !== undefined ? first : null;
  const content =
    only !== null || told.length > 0
      ? told.slice(0, shown).map((one) => alertSection(one, parcel))
      : [section(phrases.testBody[language])];
  return JSON.stringify({
    text: cutTo(inert(subjectLine(parcel, language)).replaceAll("\n", " "), limits.text, written),
    unfurl_links: false,
    unfurl_media: false,
    link_names: false,
    blocks: [
      {
        type: "header",
        text: plain(`[${label(parcel, language)}] ${parcel.organisationName[language]}`, limits.header),
      },
      ...(only === null ? [context(headline(parcel, language))] : []),
      ...content,
      context(markingLine(parcel, language)),
      ...button(
        only === null ? phrases.seeAll[language] : phrases.seeIt[language],
        absolute(url, only === null ? "/alerts" : only.link),
      ),
    ],
  });
}
