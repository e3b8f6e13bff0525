import { BongsuError } from "@bongsu/base";
import { Hono, type MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { actorId, kernelProblems, type Operation } from "../kernel/index.ts";
import { translateDatabaseError } from "../platform/database/errors.ts";
import { newId } from "../platform/ids.ts";
import { inRequest } from "../platform/observe/index.ts";
import { addressOf } from "./address.ts";
import { authenticate } from "./authenticate.ts";
import { bodyOf } from "./body.ts";
import type { Entry, Face } from "./face.ts";
import { languageOf } from "./language.ts";
import { TooMany, tooMany } from "./limits.ts";
import { problemResponse } from "./problem.ts";
import { addRoutes, methodsAt, prefix } from "./routes.ts";
import { isForged, securityHeaders, strictTransport } from "./security.ts";

/** Names the request: from here on its id stands in every line that is logged for it, and in its answer. */
const named = ({ hub, proxies }: Face): MiddlewareHandler<Entry> => {
  return async (c, next) => {
    const id = newId(hub.clock.now());
    const { socket } = c.env.incoming;
    const address = addressOf(socket.remoteAddress ?? "", c.req.header("x-forwarded-for") ?? null, proxies);
    c.set("request", { id, address, agent: (c.req.header("user-agent") ?? "").slice(0, 300) });
    c.set("language", languageOf(c.req.header("accept-language") ?? null));
    c.set("operation", "");
    c.set("actor", { kind: "anonymous" });
    await inRequest(id, next);
  };
};

/** Gives every answer its headers, and says in one line and one measurement what became of the request. */
const observed = ({ hub, log, metrics }: Face): MiddlewareHandler<Entry> => {
  const headers = { ...securityHeaders };
  if (hub.config.url.startsWith("https:")) headers["strict-transport-security"] = strictTransport;
  return async (c, next) => {
    const started = performance.now();
    await next();
    const { id, address } = c.get("request");
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    c.res.headers.set("x-request-id", id);
    const seconds = (performance.now() - started) / 1000;
    const operation = c.get("operation");
    metrics.request(operation || "other", c.req.method, c.res.status, seconds);
    const facts = { method: c.req.method, path: c.req.path.slice(0, 300), status: c.res.status, operation };
    const actor = actorId(c.get("actor"), address);
    log.info({ ...facts, actor, milliseconds: Math.round(seconds * 1000) }, "request");
  };
};

/** Who asks, how often, and whether it is his own browser that asks. */
const admitted = (face: Face): MiddlewareHandler<Entry> => {
  const origin = new URL(face.hub.config.url).origin;
  return async (c, next) => {
    const { address } = c.get("request");
    const { headers } = c.req.raw;
    if (isForged(c.req.method, headers, origin)) throw kernelProblems.error("http.forged");
    await face.limits.admits(address);
    try {
      c.set("actor", await authenticate(face.hub, face.sessions, headers, address));
    } catch (error) {
      if (error instanceof BongsuError && error.code === "http.not-signed-in") await face.limits.failed(address);
      throw error;
    }
    const actor = c.get("actor");
    if (actor.kind === "person" && c.req.header("accept-language") === undefined) c.set("language", actor.language);
    await (actor.kind === "anonymous" ? face.limits.address(address) : face.limits.actor(actorId(actor, address)));
    await next();
  };
};

/** Bytes and milliseconds for what people sign in with; the accounts have their own, narrower idea of the first. */
const signIn = { bytes: 262_144, idle: 20_000 };

/** The request with its body read whole, under the limits that hold for every body. */
async function withBody(request: Request): Promise<Request> {
  const { method, url, headers } = request;
  if (method === "GET" || method === "HEAD") return request;
  return new Request(url, { method, headers, body: Uint8Array.from(await bodyOf(request, signIn)) });
}

/** The whole of what the hub answers over HTTP. `extend` adds what is not an operation: pages, the event stream. */
export function appOf(face: Face, operations: readonly Operation[], extend: (app: Hono<Entry>) => void): Hono<Entry> {
  const app = new Hono<Entry>();
  app.use(named(face), observed(face));
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => ((await face.ready()) ? c.text("ready") : c.text("not ready", 503)));
  app.use(`${prefix}/*`, admitted(face));
  app.on(["GET", "POST"], "/api/auth/*", async (c) => {
    c.set("operation", "accounts");
    await face.limits.address(c.get("request").address);
    return face.accounts(await withBody(c.req.raw), { address: c.get("request").address });
  });
  addRoutes(app, face, operations);
  extend(app);
  app.notFound((c) => {
    const methods = c.req.path.startsWith(prefix) ? methodsAt(c.req.path, operations) : [];
    const { method } = c.req;
    const error =
      methods.length > 0 && !methods.includes(method as never)
        ? kernelProblems.error("http.method-not-allowed", { method, allowed: methods.join(", ") })
        : kernelProblems.error("http.not-found");
    const response = problemResponse(error, c.get("language"), c.get("request").id);
    if (methods.length > 0) response.headers.set("allow", methods.join(", "));
    return response;
  });
  app.onError((thrown, c) => {
    const [language, { id }] = [c.get("language"), c.get("request")];
    if (thrown instanceof TooMany) {
      face.metrics.limited();
      return problemResponse(tooMany(thrown), language, id, thrown.seconds);
    }
    const error = translateDatabaseError(thrown);
    if (error instanceof BongsuError) {
      const response = problemResponse(error, language, id);
      if (response.status >= 500) face.log.error({ err: thrown, request: id }, error.code);
      if (response.status === 403) face.metrics.denied();
      return response;
    }
    if (thrown instanceof HTTPException) return problemResponse(kernelProblems.error("http.not-found"), language, id);
    face.log.error({ err: thrown, request: id, operation: c.get("operation") }, "http.unexpected");
    return problemResponse(kernelProblems.error("http.unexpected", { request: id }), language, id);
  });
  return app;
}
