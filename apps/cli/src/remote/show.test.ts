import assert from "node:assert/strict";
import { test } from "node:test";
import type { Language } from "@bongsu/base";
import * as all from "@bongsu/contracts";
import { contractsIn, fieldsOf } from "@bongsu/contracts";
import { Command } from "commander";
import * as notes from "../../../../testing/notes.ts";
import type { CliContext } from "../context.ts";
import { configureCommand } from "../help.ts";
import { sayIn } from "../messages/say.ts";
import { capabilityCommands } from "./commands.ts";
import { fieldOptions } from "./options.ts";
import { showRecord, showTable, wordsOfAnswer } from "./show.ts";

function terminal(language: Language, width = 100) {
  const texts: string[] = [];
  const out = { write: (text: string) => void texts.push(text), isTerminal: true, width, colour: false };
  const run = async () => 0;
  const context: CliContext = { language, say: sayIn(language), out, err: out, now: () => "", run, exitCode: 0 };
  return { context, written: () => texts.join("") };
}

const bank = {
  handle: "bada-bank",
  name: { en: "Bada Bank", ko: "바다은행" },
  sector: "finance",
  since: new Date("2026-11-20T03:04:05Z"),
  parent: null,
  contact: { phone: "\u001b[31m1", email: null },
};

test("a list is a table in the reader's language: words, names, times; what nothing has is no column", () => {
  const { context, written } = terminal("ko");
  showTable([bank], wordsOfAnswer(all.listOrganisations), context);
  const [head = "", row = ""] = written().split("\n");
  assert.deepEqual(head.split(/ {2,}/), ["handle", "name", "sector", "since", "contact.phone"]);
  assert.deepEqual(row.split(/ {2,}/), ["bada-bank", "바다은행", "금융", "2026-11-20 03:04", "\ufffd[31m1"]);
});

test("a thing is a line for each field, and its lists are tables below", () => {
  const { context, written } = terminal("en");
  showRecord({ ...bank, clients: [{ handle: "haneul-city" }], tags: ["a", "b"] }, new Map(), context);
  assert.match(written(), /^name +Bada Bank$/m);
  assert.match(written(), /^tags +a, b$/m);
  assert.match(written(), /^parent +–$/m);
  assert.match(written(), /\nclients\nhandle\nhaneul-city\n$/);
});

test("every operation has a command whose help can be read in both languages", () => {
  for (const language of ["en", "ko"] as const) {
    for (const contract of contractsIn(all)) {
      const { capability, command } = all.namesOf(contract);
      const { context } = terminal(language);
      const group = capabilityCommands(context, [capability, command]).find((one) => one.name() === capability);
      const found = group?.commands.find((one) => one.name() === command);
      assert.ok(found, contract.name);
      configureCommand(found, context);
      assert.ok(found.helpInformation().includes(contract.summary[language].split(" ")[0] ?? ""), contract.name);
    }
  }
});

/** The fields that a command line gives for an operation. */
function given(contract: all.Contract, ...args: string[]): Record<string, unknown> {
  const { context } = terminal("en");
  const command = new Command("x").exitOverride().configureOutput({ writeErr: () => undefined });
  const fields = fieldsOf(contract).filter(({ travels }) => travels === "body" || travels === "query");
  const options = fields.map((field) => ({ field, made: fieldOptions(field, new Set(["weight"]), context) }));
  for (const { made } of options) for (const option of made.options) command.addOption(option);
  command.parse(args, { from: "user" });
  const values = options.map(({ field, made }) => [field.name, made.value(command.opts())] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

test("options become what the contract asks for", () => {
  const args = ["--title", "t", "--due", "", "--field-weight", "3", "--name-en", "N", "--name-ko", "이", "--tags", "a"];
  assert.deepEqual(given(notes.addNote, ...args, "--tags", "b", "--links", '[{"url":"u"}]'), {
    title: "t",
    due: null,
    weight: 3,
    name: { en: "N", ko: "이" },
    tags: ["a", "b"],
    links: [{ url: "u" }],
  });
  assert.deepEqual(given(notes.listNotes, "--open"), { open: true });
  assert.deepEqual(given(notes.listNotes, "--open", "false", "--since", "2026-11-20T00:00:00Z"), {
    open: false,
    since: "2026-11-20T00:00:00Z",
  });
  for (const wrong of [
    ["--links", "{"],
    ["--field-weight", "heavy"],
    ["--sort", "weight"],
  ]) {
    assert.throws(() => given(wrong[0] === "--sort" ? notes.listNotes : notes.addNote, ...wrong), /invalid/);
  }
});
