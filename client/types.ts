import type { Language } from "@bongsu/base";
import type { Contract, OutputOf } from "@bongsu/contracts";
import type { z } from "zod";
import type { catalogue } from "./catalogue.ts";

/** The body of an operation that takes a file. A stream can be read once: what fails with it is not tried again. */
export type Bytes = Uint8Array | Blob | string | ReadableStream<Uint8Array>;

/** The names of an input's fields. Of one without any, `keyof` its type would be every name. */
type Names<Input extends z.ZodObject> = keyof Input["shape"];

type Optional<Input extends z.ZodObject> = {
  [Name in Names<Input> & keyof z.input<Input>]-?: undefined extends z.input<Input>[Name] ? Name : never;
}[Names<Input> & keyof z.input<Input>];

type Fields<C extends Contract> = {
  [Name in keyof z.output<C["input"]> & Names<C["input"]>]: C extends { body: "bytes" }
    ? Name extends "document"
      ? Bytes
      : z.output<C["input"]>[Name]
    : z.output<C["input"]>[Name];
};

/** What an operation is called with: dates as `Date`; what is optional or has a default may be left out. */
export type Given<C extends Contract> = Omit<Fields<C>, Optional<C["input"]>> & {
  [Name in Extract<keyof Fields<C>, Optional<C["input"]>>]?: Fields<C>[Name] | undefined;
};

export interface CallOptions {
  signal?: AbortSignal;
  /** Of titles and details in problems; `problem` has both languages anyway. */
  language?: Language;
  /** Milliseconds for one attempt: until the whole answer is there, or until a file or a stream begins. */
  timeout?: number;
  /** The entity tag that was read before: nothing is changed where it is another by now (`http.changed-meanwhile`). */
  ifMatch?: string;
  /** The entity tag that is here already: the answer is empty (`status` 304) where it is the same still. */
  etag?: string;
  /** For an operation that creates; without one, each call makes its own, for its own retries. */
  idempotencyKey?: string;
}

/** An answer with what travelled beside it. */
export type Answer<Data> = {
  etag: string | null;
  /** An earlier call with this idempotency key had been answered so. */
  replayed: boolean;
  /** How many parts of the input were not taken as they came. */
  problems: number;
  /** The hub's number of the request. */
  request: string | null;
} & ({ status: 200 | 201; data: Data } | { status: 304; data: null });

/** A file that a hub answers with. */
export interface HubFile {
  mediaType: string;
  /** The name that the hub suggests, without any folder; null without one. */
  name: string | null;
  stream: ReadableStream<Uint8Array>;
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
}

type Needed<C extends Contract> = Exclude<keyof Fields<C>, Optional<C["input"]>>;

/** Where only data comes back, there is no place to say that nothing changed: `etag` is for `answer`. */
type Plain = Omit<CallOptions, "etag">;

type Calling<C extends Contract, Result, Options = Plain> = [Needed<C>] extends [never]
  ? (given?: Given<C>, options?: Options) => Result
  : (given: Given<C>, options?: Options) => Result;

type Page = { items: readonly unknown[]; next: string | null };

interface Simple<C extends Contract> {
  contract: C;
  /** The same with the entity tag and what else travelled beside the data. */
  answer: Calling<C, Promise<Answer<OutputOf<C>>>, CallOptions>;
}

interface Paged<C extends Contract, Whole extends Page> {
  /** Every page, one after the other, as they are asked for. */
  pages: Calling<C, AsyncIterable<Whole>>;
  /** Every item of every page. */
  all: Calling<C, AsyncIterable<Whole["items"][number]>>;
}

/** An operation as a function. */
export type Operation<C extends Contract> = C extends { answers: "application/json" }
  ? Calling<C, Promise<OutputOf<C>>> & Simple<C> & (OutputOf<C> extends Page ? Paged<C, OutputOf<C>> : unknown)
  : C extends { answers: "text/event-stream" }
    ? Calling<C, AsyncIterable<OutputOf<C>>> & { contract: C }
    : Calling<C, Promise<HubFile>> & { contract: C };

type Operations<All> = {
  readonly [Capability in keyof All]: {
    readonly [Name in keyof All[Capability]]: All[Capability][Name] extends Contract
      ? Operation<All[Capability][Name]>
      : never;
  };
};

/** Every operation of a hub: `client.members.listOrganisations({ sector: "finance" })`. */
export type Client = Operations<typeof catalogue>;
