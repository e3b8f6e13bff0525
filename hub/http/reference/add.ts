import { readFileSync } from "node:fs";
import type { Contract } from "@bongsu/contracts";
import type { Hono } from "hono";
import type { Entry } from "../face.ts";
import { kept, pageLanguage, perLanguage, served } from "../served.ts";
import { type ReferenceFacts, referencePage } from "./page.ts";

/** Serves the API's readable page at `/api`, and its style sheet; `?lang=ko|en`, else the reader's language. */
export function addReference(
  app: Hono<Entry>,
  contracts: readonly Contract[],
  facts: Omit<ReferenceFacts, "language">,
): void {
  const page = perLanguage("text/html", (language) => referencePage(contracts, { ...facts, language }));
  const style = kept(readFileSync(new URL("reference.css", import.meta.url), "utf8"), "text/css");
  app.get("/api", (c) => {
    c.set("operation", "reference");
    return served(c, page(pageLanguage(c)));
  });
  app.get("/api/reference.css", (c) => {
    c.set("operation", "reference");
    return served(c, style);
  });
}
