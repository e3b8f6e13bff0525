import assert from "node:assert/strict";
import { test } from "node:test";
import * as contracts from "@bongsu/contracts";
import { type Catalogue, catalogueOf, type OutputOf } from "@bongsu/contracts";
import type * as notes from "../testing/notes.ts";
import * as notesModule from "../testing/notes.ts";
import { catalogue } from "./catalogue.ts";
import type { Bytes, CallOptions, Client, Given, HubFile, Operation } from "./types.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile where the two differ. */
const same = <_Check extends true>() => undefined;

type ListNotes = Operation<typeof notes.listNotes>;
type AddNote = Operation<typeof notes.addNote>;
type Note = { id: string; title: string; at: Date };

same<Same<Awaited<ReturnType<AddNote>>, Note>>();
same<Same<Parameters<AddNote>[0]["due"], Date | null>>();
same<Same<Parameters<AddNote>[0]["weight"], number | undefined>>();
same<Same<Parameters<AddNote>[1], Omit<CallOptions, "etag"> | undefined>>();
same<Same<Parameters<AddNote["answer"]>[1], CallOptions | undefined>>();
same<Same<Awaited<ReturnType<ListNotes>>["items"], Note[]>>();
same<Same<ReturnType<ListNotes["all"]>, AsyncIterable<Note>>>();
same<Same<Awaited<ReturnType<AddNote["answer"]>>["data"], Note | null>>();
same<Same<Given<typeof notes.importNotes>["document"], Bytes>>();
same<Same<ReturnType<Operation<typeof notes.exportNotes>>, Promise<HubFile>>>();
same<Same<ReturnType<Operation<typeof notes.followNotes>>, AsyncIterable<{ number: number; at: Date }>>>();
same<Same<keyof Catalogue<typeof notes>, "notes">>();
same<Same<Parameters<Client["members"]["listOrganisations"]>["length"], 0 | 1 | 2>>();
same<Same<Parameters<Client["members"]["showOrganisation"]>["length"], 1 | 2>>();
same<Same<Parameters<Client["people"]["me"]>["length"], 0 | 1 | 2>>();
same<Same<OutputOf<typeof contracts.organisation>, never>>();

// @ts-expect-error: an operation that answers no pages has none to go through
same<Same<AddNote["all"], never>>();
// @ts-expect-error: a sector that is none
const wrong: Given<typeof contracts.listOrganisations> = { sector: "weather" };

test("every contract is in the catalogue, under its own name", () => {
  const all = contracts.contractsIn(contracts);
  assert.ok(all.length > 0);
  for (const contract of all) {
    const [capability = "", operation = ""] = contract.name.split(".");
    const group: Record<string, unknown> = { ...Object.entries(catalogue).find(([name]) => name === capability)?.[1] };
    assert.equal(group[operation], contract, contract.name);
  }
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length, "a name stands twice");
  assert.deepEqual(Object.keys(catalogueOf(notesModule)), ["notes"]);
  assert.equal(wrong.sector, "weather");
});
