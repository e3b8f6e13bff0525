import type { Text } from "@bongsu/base";
import type { z } from "zod";
import type { Grant } from "./who.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * What an operation is, without how it is done. The REST route, its page in the reference, the typed client, the
 * command, the row of the permissions page and the audit entry are all made from it.
 */
export interface Contract<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** `capability.operation`: its name in the client, in commands (`capability operation`) and in the audit trail. */
  name: string;
  method: Method;
  /** Under `/api/v1`. A field of the input whose name stands in braces travels there: `/organisations/{organisation}`. */
  path: string;
  summary: Text;
  /** Any of these may call it. */
  who: readonly Grant[];
  /** One flat object: what the path does not name travels in the query (GET, DELETE) or in the body (JSON). */
  input: Input;
  output: Output;
  /** Stable codes that it gives beyond those that every operation may give. */
  errors: readonly string[];
  /** May a program that acts by itself call it: freely, after asking its person, or not at all. */
  agent: "free" | "ask" | "never";
  /** It makes something: answers 201, and takes an `Idempotency-Key`. */
  creates: boolean;
  /** Its last effect waits for a second person's consent. */
  approval: boolean;
  /** Only shortly after signing in. */
  fresh: boolean;
  /** `bytes`: the request's body as it is becomes the field `document`. */
  body: "json" | "bytes";
  /** What it answers: JSON by `output`, or a file of this media type. */
  answers: string;
  /** Fields of the input that the audit entry keeps. Those of the path always are. */
  records: readonly string[];
}

type Optional = "errors" | "creates" | "approval" | "fresh" | "body" | "answers" | "records" | "agent";

/** What the client's types are made from stays known to the checker word for word. */
type Literal<Name, Body, Answers> = { name: Name; body: Body; answers: Answers };

/** Declares an operation; what is left out is the careful choice. */
export function contract<
  Input extends z.ZodObject,
  Output extends z.ZodType,
  const Name extends string,
  const Body extends Contract["body"] = "json",
  const Answers extends string = "application/json",
>(
  given: Omit<Contract<Input, Output>, Optional | "name"> &
    Partial<Pick<Contract<Input, Output>, Exclude<Optional, "body" | "answers">>> & {
      name: Name;
      body?: Body;
      answers?: Answers;
    },
): Contract<Input, Output> & Literal<Name, Body, Answers> {
  const { body = "json", answers = "application/json", ...rest } = given;
  return {
    errors: [],
    agent: given.method === "GET" ? "free" : "ask",
    creates: false,
    approval: false,
    fresh: false,
    records: [],
    ...rest,
    body: body as Body,
    answers: answers as Answers,
  };
}

/** What an operation is called with: the client's side, before it is written for the way. */
export type InputOf<C> = C extends Contract<infer Input, z.ZodType> ? z.output<Input> : never;
/** The same with what has a default left out. */
export type GivenOf<C> = C extends Contract<infer Input, z.ZodType> ? z.input<Input> : never;
export type OutputOf<C> = C extends Contract<z.ZodObject, infer Output> ? z.output<Output> : never;

/** The fields that the path names, in its order. */
export const pathFields = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

/** True where it changes something. */
export const changes = ({ method }: Pick<Contract, "method">): boolean => method !== "GET";

/** `capability`, and `operation` as commands and addresses write it: `listAssets` → `list-assets`. */
export function namesOf({ name }: Pick<Contract, "name">): { capability: string; operation: string; command: string } {
  const [capability = "", operation = ""] = name.split(".");
  return { capability, operation, command: operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) };
}
