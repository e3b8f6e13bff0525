import type { Hono } from "hono";
import { cookiesFor, sessionCookie } from "./capabilities/accounts/index.ts";
import type { Entry, Face } from "./http/face.ts";
import { addOpenapi } from "./http/openapi/index.ts";
import { addReference } from "./http/reference/index.ts";
import type { Operation } from "./kernel/index.ts";
import { problemTexts } from "./problem-texts.ts";

/** What the hub answers besides operations: the reference of its API, its metrics, its public key. */
export function addPages(app: Hono<Entry>, face: Face, operations: readonly Operation[], version: string): void {
  const { config, identity } = face.hub;
  const contracts = operations.map(({ contract }) => contract);
  const cookie = sessionCookie(cookiesFor(config.url));
  addOpenapi(app, contracts, { url: config.url, version, cookie });
  addReference(app, contracts, { url: config.url, version, problems: problemTexts });
  app.get("/metrics", async (c) => {
    c.set("operation", "metrics");
    // For the machine that watches this one; whoever comes from elsewhere needs a proxy that lets him.
    if (!isLocal(c.get("request").address)) return c.notFound();
    return c.body(await face.metrics.text(), 200, { "content-type": face.metrics.contentType });
  });
  app.get("/.well-known/jwks.json", (c) => {
    c.set("operation", "keys");
    return c.json({ keys: [identity.publicKey.jwk] });
  });
}

const isLocal = (address: string): boolean => address === "127.0.0.1" || address === "::1";
