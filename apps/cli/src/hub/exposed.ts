import { type ExposureView, exposed, type Why } from "@bongsu/hub";
import { printable } from "@bongsu/matching/printable";
import type { CliContext } from "../context.ts";
import { decisionMessages } from "./decisions.ts";
import { minute, printJson, printTable } from "./print.ts";
import { withHub } from "./session.ts";

/** The range, and whose it is where it is not the vulnerability's own record that says so. */
function whyWords({ advisory, reason, range }: Why, vulnerability: string): string {
  const words = reason === "all-versions" ? "*" : range;
  return advisory === vulnerability ? words : `${advisory}: ${words}`;
}

function rowOf(view: ExposureView, { say, language }: CliContext): string[] {
  const { ecosystem, release, name } = view.package;
  const severity = [view.priority.score === null ? view.priority.rating : `${view.priority.score.toFixed(1)}`];
  if (view.priority.exploited) severity.push(say("exposed.exploited"));
  return [
    say(decisionMessages[view.priority.decision]),
    `${view.organisation.handle} (${view.organisation.name[language]})`,
    view.asset.name,
    `${[ecosystem, release].filter((part) => part !== "").join(":")} ${name} ${view.version}`,
    severity.join(", "),
    minute(view.since),
    view.fixedVersion ?? "–",
    view.why.map((why) => whyWords(why, view.vulnerability)).join("; "),
  ].map(printable);
}

/** `bank / core npm lodash 4.17.20: 2026-11-20 03:04 new (sbom 1) → …` */
function historyLine(view: ExposureView): string {
  const states = view.history.map(({ state, at, cause }) => `${minute(at)} ${state} (${cause})`);
  const { package: of, version, organisation, asset } = view;
  return printable(`${organisation.handle} / ${asset.name} ${of.name} ${version}: ${states.join(" → ")}`);
}

export interface ExposedArguments {
  state: string[];
  history: boolean;
  json: boolean;
}

/** Answers who is exposed, where, since when and fixed in what. */
export function runExposed(
  name: string,
  { state, history, json }: ExposedArguments,
  context: CliContext,
): Promise<void> {
  return withHub(async ({ kysely }) => {
    const question = name.startsWith("pkg:") ? { purl: name } : { vulnerability: name };
    const views = await exposed(kysely, question, {
      history: history || json,
      ...(state.length === 0 ? {} : { states: state }),
    });
    if (json) return printJson(context, views);
    const { say, out } = context;
    if (views.length === 0) return out.write(`${say("exposed.nobody", { name })}\n`);
    const heads = [
      "exposed.decision",
      "exposed.organisation",
      "exposed.asset",
      "exposed.component",
      "exposed.severity",
      "exposed.since",
      "exposed.fixedIn",
      "exposed.why",
    ] as const;
    const [first] = views;
    if (first?.title && "vulnerability" in question) out.write(`${first.vulnerability}: ${printable(first.title)}\n\n`);
    printTable(
      context,
      heads.map((head) => say(head)),
      views.map((view) => rowOf(view, context)),
    );
    if (history) out.write(`\n${views.map(historyLine).join("\n")}\n`);
    const organisations = new Set(views.map((view) => view.organisation.handle)).size;
    const assets = new Set(views.map((view) => `${view.organisation.handle}\0${view.asset.name}`)).size;
    out.write(`\n${say("exposed.summary", { exposures: views.length, assets, organisations })}\n`);
  });
}
