import type { Viewer } from "@bongsu/markings";
import type { Answered, Asking, testHub } from "../hub.ts";
import { worldViewers } from "../worlds.ts";
import { isActive, machineRole, type Seeing } from "./rules.ts";
import type { Secrets } from "./secrets.ts";

export type Hub = Awaited<ReturnType<typeof testHub>>;

/** Somebody who asks the hub, and whose every answer is searched for what he may not know. */
export interface Asker {
  viewer: Viewer;
  /** What the answers are held against; it changes with the world. */
  seeing(): Seeing;
  /** Asks; throws where the answer tells him something. `besides`: kinds of secrets, and words that he wrote himself. */
  ask(path: string, asking?: Asking, besides?: readonly string[]): Promise<Answered>;
  /** Everything that a list has, page by page; null where he is refused. */
  // biome-ignore lint/suspicious/noExplicitAny: items of any list
  all(path: string, besides?: readonly string[]): Promise<any[] | null>;
  credentials: Pick<Asking, "key" | "cookie">;
  /** What all of them wrote themselves so far: the audit trail keeps what was tried. */
  written: Set<string>;
}

export const nameOf = (viewer: Viewer): string =>
  viewer.kind === "person" ? viewer.person : viewer.kind === "service" ? `service ${viewer.organisation}` : "anonymous";

/** Whether the hub lets him in at all: the key of an organisation that is not active is none. */
export const isRefused = ({ viewer, seeing }: Asker): boolean =>
  viewer.kind === "service" && !isActive(seeing().shared, viewer.organisation);

const textOf = ({ headers, body }: Answered): string =>
  `${[...headers].map((pair) => pair.join(": ")).join("\n")}\n${typeof body === "string" ? body : JSON.stringify(body)}`;

function askerOf(
  { hub, secrets, seeing, written }: { hub: Hub; secrets: Secrets; seeing: () => Seeing; written: Set<string> },
  viewer: Viewer,
  credentials: Asker["credentials"],
): Asker {
  const ask: Asker["ask"] = async (path, asking = {}, besides = []) => {
    for (const word of besides) written.add(word);
    const answer = await hub.ask(path, { ...credentials, ...asking });
    const leaks = secrets.leaks(textOf(answer), viewer, seeing(), besides);
    const asked = `${asking.method ?? "GET"} ${path}`;
    if (leaks.length > 0) throw new Error(`${nameOf(viewer)} learns of ${leaks} by ${asked}:\n${textOf(answer)}`);
    if (answer.status >= 500) throw new Error(`${answer.status} for ${nameOf(viewer)} by ${asked}:\n${textOf(answer)}`);
    return answer;
  };
  const all: Asker["all"] = async (path, besides) => {
    const items = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const given = path.includes("?") ? path : `${path}?limit=4`;
      const page = `${given}${given.includes("limit=") ? "" : "&limit=4"}${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const { status, body } = await ask(page, {}, besides);
      if (status !== 200) return null;
      items.push(...body.items);
      cursor = body.next;
    }
    return items;
  };
  return { viewer, seeing, ask, all, credentials, written };
}

/** Everybody of the world: each person with a session, each organisation's service account, and nobody in particular. */
export async function askersOf(hub: Hub, secrets: Secrets, seeing: () => Seeing): Promise<Asker[]> {
  const askers: Asker[] = [];
  const written = new Set<string>();
  const { shared } = seeing();
  for (const viewer of worldViewers(shared)) {
    const credentials: Asker["credentials"] =
      viewer.kind === "person"
        ? { cookie: (await hub.signIn(viewer.person)).cookie }
        : viewer.kind === "service"
          ? { key: await hub.key({ id: viewer.organisation }, machineRole(shared, viewer.organisation)) }
          : {};
    askers.push(askerOf({ hub, secrets, seeing, written }, viewer, credentials));
  }
  return askers;
}

/** Does the work for each, a few at a time. */
export async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}
