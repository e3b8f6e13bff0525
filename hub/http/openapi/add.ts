import type { Contract } from "@bongsu/contracts";
import type { Hono } from "hono";
import type { Entry } from "../face.ts";
import { pageLanguage, perLanguage, served } from "../served.ts";
import { type About, openapi } from "./document.ts";

/** Serves the OpenAPI document at `/api/openapi.json`; `?lang=ko|en`, else the reader's language. */
export function addOpenapi(app: Hono<Entry>, contracts: readonly Contract[], about: Omit<About, "language">): void {
  const text = perLanguage("application/json", (language) =>
    JSON.stringify(openapi(contracts, { ...about, language })),
  );
  app.get("/api/openapi.json", (c) => {
    c.set("operation", "openapi");
    return served(c, text(pageLanguage(c)));
  });
}
