import { contract, handle, id, inOrganisation, instant, member, pageOf, paging } from "@bongsu/contracts";
import { z } from "zod";

const en = (text: string) => ({ en: text, ko: text });

const note = z.object({ id, title: z.string(), at: instant });

/** A made-up capability with an operation of every kind. */

export const listNotes = contract({
  name: "notes.listNotes",
  method: "GET",
  path: "/organisations/{organisation}/notes",
  summary: en("List the notes"),
  who: [member],
  input: z.object({
    ...paging(["-at", "title"]),
    organisation: handle,
    since: instant.optional(),
    tags: z.array(z.string()).optional(),
    open: z.boolean().optional(),
  }),
  output: pageOf(note),
});

export const addNote = contract({
  name: "notes.addNote",
  method: "POST",
  path: "/organisations/{organisation}/notes",
  summary: en("Add a note"),
  who: [inOrganisation("analyst")],
  input: z.object({
    organisation: handle,
    title: z.string().max(100),
    due: instant.nullable(),
    weight: z.int().default(1),
    name: z.object({ en: z.string(), ko: z.string() }).optional(),
    tags: z.array(z.string()).optional(),
    links: z.array(z.object({ url: z.string() })).optional(),
  }),
  output: note,
  errors: ["notes.title-taken"],
  creates: true,
});

export const changeNote = contract({
  name: "notes.changeNote",
  method: "PATCH",
  path: "/notes/{note}",
  summary: en("Change a note"),
  who: [inOrganisation("analyst")],
  input: z.object({ note: id, title: z.string() }),
  output: note,
});

export const importNotes = contract({
  name: "notes.importNotes",
  method: "POST",
  path: "/organisations/{organisation}/notes/import",
  summary: en("Take a file of notes"),
  who: [inOrganisation("analyst")],
  input: z.object({ organisation: handle, dry: z.boolean().default(false), document: z.instanceof(Uint8Array) }),
  output: z.object({ taken: z.int() }),
  body: "bytes",
});

export const exportNotes = contract({
  name: "notes.exportNotes",
  method: "GET",
  path: "/notes/{note}/file",
  summary: en("Download a note"),
  who: [member],
  input: z.object({ note: id }),
  output: z.unknown(),
  answers: "text/plain",
});

export const followNotes = contract({
  name: "notes.followNotes",
  method: "GET",
  path: "/notes/events",
  summary: en("Follow the notes"),
  who: [member],
  input: z.object({ after: z.int().optional(), kinds: z.array(z.string()).optional() }),
  output: z.object({ number: z.int(), at: instant }),
  answers: "text/event-stream",
});
