import { BongsuError, type Place, type Problem } from "@bongsu/base";
import type { Component, Sbom, SbomEvent } from "../component.ts";
import type { ReadSbomOptions } from "../options.ts";
import { readSbom, streamSbom } from "../read.ts";

type Input = string | Uint8Array | object;

/** A document as bytes: an object is written as JSON. */
export function bytesOf(input: Input): Uint8Array {
  if (input instanceof Uint8Array) return input;
  return new TextEncoder().encode(typeof input === "string" ? input : JSON.stringify(input));
}

export const read = (input: Input, options?: ReadSbomOptions): Promise<Sbom> => readSbom(bytesOf(input), options);

/** What a document is refused for. */
export async function refusal(input: Input, options?: ReadSbomOptions): Promise<Problem> {
  try {
    await read(input, options);
  } catch (error) {
    if (error instanceof BongsuError) return error.problem;
    throw error;
  }
  throw new Error("the document was read");
}

/** The events of a document that comes in chunks which end at the given positions. */
export async function eventsOf(bytes: Uint8Array, ends: number[] = []): Promise<SbomEvent[]> {
  const cuts = [...new Set(ends.map((end) => end % (bytes.length + 1)))].sort((a, b) => a - b);
  const chunks = [0, ...cuts].map((from, i) => bytes.slice(from, cuts[i] ?? bytes.length));
  const events: SbomEvent[] = [];
  for await (const event of streamSbom(chunks)) events.push(event);
  return events;
}

/** Codes and paths of problems: `sbom.not-a-string /components/0/name`. */
export function told(problems: Problem[]): string[] {
  return problems.map(({ code, place }) => `${code} ${whereOf(place)}`.trim());
}

function whereOf({ path, line }: Place): string {
  return path ?? (line === undefined ? "" : `line ${line}`);
}

/** The component of a name. */
export function named(sbom: Sbom, name: string): Component {
  const component = sbom.components.find((one) => one.name === name);
  if (component === undefined) throw new Error(`no component ${name}`);
  return component;
}

/** A component as any notation tells it: without the place where it stands. */
export function essence({ path: _, ...component }: Component): Omit<Component, "path"> {
  return component;
}
