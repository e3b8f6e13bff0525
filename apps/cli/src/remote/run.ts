import { type Caller, HubError } from "@bongsu/client";
import { answersPages } from "@bongsu/contracts";
import { printable } from "@bongsu/matching/printable";
import { CommanderError } from "commander";
import type { CliContext } from "../context.ts";
import { minute, printJson } from "../hub/print.ts";
import { isRecord } from "../io/record.ts";
import { wholeInput } from "../io/stdin.ts";
import { keepFile } from "./download.ts";
import type { Given } from "./given.ts";
import { remoteHub } from "./hub.ts";
import { remoteProblems } from "./problems.ts";
import { showRecord, showTable, wordsOfAnswer } from "./show.ts";

async function fromFile(name: string | undefined): Promise<Record<string, unknown>> {
  if (name === undefined) return {};
  const text = Buffer.from(await wholeInput(name)).toString("utf8");
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "";
    throw remoteProblems.error("cli.invalid-json", { reason }, { file: name }, cause);
  }
  throw remoteProblems.error("cli.invalid-json", { reason: "not an object" }, { file: name });
}

/** The input whole: the file's fields, those of the command line over them, and the document. */
async function inputOf({ fields, required, file, options }: Given): Promise<Record<string, unknown>> {
  const input = { ...(await fromFile(options.input)), ...fields };
  const missing = required.find(({ name }) => !(name in input));
  if (missing !== undefined) {
    throw new CommanderError(
      2,
      "commander.missingMandatoryOptionValue",
      `error: required option '${missing.flags}' not specified`,
    );
  }
  return file === null ? input : { ...input, document: await wholeInput(file) };
}

/** Every item of every page; as JSON they go out as they come. */
async function showAll(hub: Caller, given: Given, input: Record<string, unknown>, context: CliContext): Promise<void> {
  const { contract, options } = given;
  const { out, say } = context;
  const pages = hub.pages(contract, input);
  if (options.json || !out.isTerminal) {
    let written = 0;
    for await (const { items } of pages) {
      for (const item of items) out.write(`${written++ === 0 ? "[\n" : ",\n"}${JSON.stringify(item)}`);
    }
    return out.write(written === 0 ? "[]\n" : "\n]\n");
  }
  const items: unknown[] = [];
  for await (const page of pages) items.push(...page.items);
  if (items.length === 0) return out.write(`${say("hub.nothing")}\n`);
  showTable(items, wordsOfAnswer(contract), context);
}

async function showAnswer(hub: Caller, given: Given, input: Record<string, unknown>, context: CliContext) {
  const { contract, options } = given;
  const { out, err, say } = context;
  const { data, etag } = await hub.answer(contract, input, {
    ...(options.ifMatch === undefined ? {} : { ifMatch: options.ifMatch }),
    ...(options.idempotencyKey === undefined ? {} : { idempotencyKey: options.idempotencyKey }),
  });
  if (options.json || !out.isTerminal) return printJson(context, data);
  const words = wordsOfAnswer(contract);
  if (data === null) return out.write(`${say("hub.done")}\n`);
  if (!answersPages(contract) || !isRecord(data)) {
    showRecord(data, words, context);
    if (contract.method === "GET" && etag !== null) err.write(`\netag ${etag}\n`);
    return;
  }
  const items = Array.isArray(data.items) ? data.items : [];
  if (items.length === 0) return out.write(`${say("hub.nothing")}\n`);
  showTable(items, words, context);
  if (typeof data.next === "string") err.write(`${say("hub.more", { cursor: data.next })}\n`);
}

/** One event in a line: when, what, about what. */
function eventLine(event: unknown): string {
  if (!isRecord(event)) return JSON.stringify(event);
  const { at, kind, subject, number: _, id: __, ...rest } = event;
  const about = isRecord(subject) ? `${subject.kind} ${subject.id}` : "";
  return printable(`${at instanceof Date ? minute(at) : ""}  ${kind}  ${about}  ${JSON.stringify(rest.data ?? rest)}`);
}

async function showEvents(hub: Caller, given: Given, input: Record<string, unknown>, context: CliContext) {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const asJson = given.options.json || !context.out.isTerminal;
  for await (const event of hub.follow(given.contract, input, { signal: stop.signal })) {
    context.out.write(`${asJson ? JSON.stringify(event) : eventLine(event)}\n`);
  }
}

/** Calls an operation of the hub that is meant, and shows what it answers. Throws `HubError` and `cli.…`. */
export async function runOperation(given: Given, context: CliContext): Promise<void> {
  const { contract, options } = given;
  if (contract.method === "DELETE" && options.yes !== true) {
    throw remoteProblems.error("cli.not-meant", { what: contract.summary[context.language] });
  }
  const input = await inputOf(given);
  const hub = remoteHub(process.env, context.language);
  try {
    if (contract.answers === "text/event-stream") return await showEvents(hub, given, input, context);
    if (contract.answers !== "application/json") {
      return await keepFile(await hub.file(contract, input), options.output, context);
    }
    return await (options.all ? showAll(hub, given, input, context) : showAnswer(hub, given, input, context));
  } catch (error) {
    // The first stands in the error's sentence; whoever mends a form wants them all.
    if (error instanceof HubError && error.errors.length > 1) {
      for (const { pointer, message } of error.errors) {
        context.err.write(`  ${printable(pointer || "/")}: ${printable(message[context.language])}\n`);
      }
    }
    throw error;
  }
}
