import { statusText } from "@bongsu/advisories";
import { fill, type Language, type Params } from "@bongsu/base";
import type { Claim, Finding, Why } from "../result.ts";
import { grouped } from "./grouped.ts";
import { printable } from "./printable.ts";
import { justificationWords, nouns, ratingWords, words } from "./words.ts";

/** Nobody reads more of a list than this many characters. */
const longestList = 1000;

/** The items of a list, as many as people read. */
function joined(items: readonly string[]): string {
  let text = "";
  for (const item of items) {
    if (text.length > longestList) break;
    text += `${text === "" ? "" : ", "}${item.slice(0, longestList)}`;
  }
  return text.length > longestList ? `${text.slice(0, longestList)}…` : text;
}

/** The sentences of the reports in one language. Text from outside is made printable on the way. */
export class Speaker {
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  say(name: keyof typeof words, params: Params = {}): string {
    const clean = Object.entries(params).map(([key, value]) => [
      key,
      typeof value === "string" ? printable(value) : grouped(value),
    ]);
    return fill(words[name][this.language], Object.fromEntries(clean));
  }

  /** `1 component`, `2 components` */
  count(n: number, noun: keyof typeof nouns): string {
    return fill(nouns[noun][n === 1 ? "one" : "many"][this.language], { n: grouped(n) });
  }

  why(why: Why): string {
    if (why.kind === "interval") return printable(why.interval);
    if (why.kind === "listed") return this.say("listed", { version: why.version });
    if (why.kind === "all-versions") return this.say("allVersions");
    const [first = "", ...others] = why.affected;
    return this.say("outside", { interval: others.length === 0 ? first : `${first} …` });
  }

  /** `high 7.5` */
  severity({ severity }: Finding): string {
    const word = ratingWords[severity.rating][this.language];
    return severity.score === null ? word : `${word} ${severity.score.toFixed(1)}`;
  }

  exploited({ exploited }: Finding): string {
    if (exploited === null) return "";
    const since = exploited.since;
    const yes = since === null ? this.say("exploitedYes") : this.say("exploitedSince", { date: since.slice(0, 10) });
    return exploited.ransomware ? `${yes}, ${this.say("ransomware")}` : yes;
  }

  fixedIn({ fixedIn }: Finding): string {
    return fixedIn.length === 0 ? this.say("noFix") : printable(joined(fixedIn));
  }

  /** The reason of the advisories that call it affected, then what contradicts it and what could not be read. */
  reasons({ claims, versionUnread }: Finding): string[] {
    const affecting = claims.filter(({ says }) => says === "affected");
    const reasons = [...new Set(affecting.map(({ why }) => this.why(why)))];
    const against = claims.filter(({ says }) => says === "not-affected" || says === "fixed");
    return [
      ...reasons,
      ...against.map(({ id, why }) => this.say("saysNot", { id, why: this.why(why) })),
      ...unreadTexts(affecting).map((text) => this.say("unread", { text })),
      ...(versionUnread ? [this.say("versionUnread")] : []),
    ];
  }

  /** What settles it, or what VEX says of it; empty where nothing does. */
  verdicts({ vex, ignored }: Finding): string[] {
    const decided =
      ignored === null
        ? []
        : ignored.until === null
          ? [this.say("ignored", { reason: ignored.reason })]
          : [this.say("ignoredUntil", { until: ignored.until, reason: ignored.reason })];
    if (vex === null) return decided;
    const status = statusText[vex.status][this.language];
    const why = vex.justification === null ? vex.text : justificationWords[vex.justification][this.language];
    return [this.say("vex", { status: why === null ? status : `${status}, ${why}` }), ...decided];
  }
}

function unreadTexts(claims: Claim[]): string[] {
  return [...new Set(claims.flatMap(({ unread }) => unread.map(({ role, text }) => `${role} ${text}`.trim())))];
}

/** A component's name for people: with its group or scope; of a binary package, with the source that advisories name. */
export function componentName({ component }: Pick<Finding, "component">): string {
  const { group, name, identity } = component;
  if (identity !== null && identity.release !== "" && identity.name !== name)
    return printable(`${name} (${identity.name})`);
  return printable(identity?.name ?? (group === null || group === "" ? name : `${group}/${name}`));
}

const shownFixes = 3;

/** All names of a finding's vulnerability; of a distribution's update, the CVEs that it fixes in brackets. */
export function vulnerabilityNames({ vulnerability }: Finding): string {
  const { id, aliases, fixes } = vulnerability;
  const shown = fixes.slice(0, shownFixes).join(" ");
  const rest = fixes.length > shownFixes ? ` +${fixes.length - shownFixes}` : "";
  return printable([id, ...aliases, ...(fixes.length === 0 ? [] : [`(${shown}${rest})`])].join(" "));
}
