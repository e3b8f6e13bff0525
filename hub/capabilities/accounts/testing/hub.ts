import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { manualClock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/database.ts";
import { type AccountEvent, type Accounts, type AccountsConfig, type Letter, openAccounts } from "../index.ts";

export const password = "grund ofen kelle 12";

export const secret = "a secret of the tests, longer than thirty-two characters";

/** A browser: keeps cookies, and names the page's origin as browsers do. */
export class Browser {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  origin: string;

  constructor(url: string) {
    this.#url = url;
    this.origin = url;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  set cookie(header: string) {
    this.#cookies.clear();
    for (const pair of header.split("; ")) {
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set("cookie", this.cookie);
    const response = await fetch(path.startsWith("http") ? path : `${this.#url}/api/auth${path}`, {
      ...init,
      headers,
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async get(path: string) {
    return read(await this.#send(path, {}));
  }

  async post(path: string, body: object = {}) {
    const headers = { "content-type": "application/json", origin: this.origin };
    return read(await this.#send(path, { method: "POST", headers, body: JSON.stringify(body) }));
  }
}

async function read(response: Response) {
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  const body: any = text === "" ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, body, text };
}

export interface TestHub {
  url: string;
  accounts: Accounts;
  clock: ReturnType<typeof manualClock>;
  letters: Letter[];
  events: AccountEvent[];
  browser(): Browser;
  /** Sets the hub up; gives the first person's browser, signed in by the password alone. */
  setUp(): Promise<Browser>;
  /** The organisation that the set-up made. */
  organisation(): Promise<string>;
  kinds(): string[];
  /** The token in the link of the last letter to that address, once all letters are out. */
  link(to: string): Promise<string>;
}

export const admin = { name: "김민지", email: "admin@hub.example", password, language: "ko" } as const;

const organisation = {
  handle: "nis",
  name: { en: "Cyber Security Centre", ko: "사이버안보센터" },
  sector: "government",
  region: "KR-11",
};

/** Accounts on a database, behind a real HTTP server, with a clock that stands still until it is moved. */
export async function startHub(
  database: Database,
  context: TestContext,
  config: (url: string) => Promise<Partial<AccountsConfig>> = async () => ({}),
  secrets: { secret: string; earlierSecrets?: string[] } = { secret },
): Promise<TestHub> {
  let accounts: Accounts | undefined;
  const server = createServer(
    getRequestListener(async (request) => {
      assert.ok(accounts);
      return accounts.handler(request, { address: "203.0.113.7" });
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const clock = manualClock(new Date().toISOString());
  const [letters, events]: [Letter[], AccountEvent[]] = [[], []];
  const failures: unknown[] = [];
  const hub = openAccounts({
    database,
    clock,
    ...secrets,
    config: {
      url,
      oidcIssuer: null,
      oidcClientId: null,
      oidcClientSecret: null,
      oidcName: null,
      ...(await config(url)),
    },
    mail: { send: async (letter) => void letters.push(letter) },
    log: { debug: () => {}, warn: () => {}, error: (fields, message) => failures.push(message, fields) },
    record: async (event) => void events.push(event),
  });
  accounts = hub;
  context.after(async () => {
    await hub.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    if (failures.length > 0) context.diagnostic(failures.map(String).join(" "));
  });
  const browser = () => new Browser(url);
  return {
    url,
    accounts: hub,
    clock,
    letters,
    events,
    browser,
    setUp: async () => {
      const own = browser();
      const code = await hub.setUpCode();
      const { status, text } = await own.post("/set-up", { code, organisation, person: admin });
      assert.equal(status, 200, text);
      return own;
    },
    organisation: async () => {
      const { rows } = await database.execute("select id from organisation where handle = 'nis'");
      return String(Reflect.get(Object(rows[0]), "id"));
    },
    kinds: () => events.map(({ kind }) => kind),
    link: async (to) => {
      await hub.close();
      const letter = letters.findLast((own) => own.to === to);
      const token = /#([\w-]+)/.exec(letter?.text ?? "")?.[1];
      assert.ok(token, `no link for ${to}`);
      return token;
    },
  };
}
