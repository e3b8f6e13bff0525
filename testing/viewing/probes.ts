import assert from "node:assert/strict";
import type { Answered, Asking } from "../hub.ts";
import { worldHandle } from "../put-world.ts";
import { worldCircles } from "../worlds.ts";
import { type Asker, nameOf } from "./askers.ts";
import { knowsCircle, requestAbout } from "./put-secrets.ts";
import { held, seesComponents, seesReport, seesRequest } from "./rules.ts";

const api = "/api/v1";

/** An answer without what differs from request to request, and without the name that was asked for. */
function comparable({ status, headers, body }: Answered, name: string) {
  const kept = [...headers].filter(([header]) => !["date", "x-request-id"].includes(header));
  const text = (typeof body === "string" ? body : JSON.stringify(body))
    .replaceAll(name, "…")
    .replace(/urn:uuid:[0-9a-f-]+/, "urn:uuid:…");
  return { status, headers: Object.fromEntries(kept), text };
}

/** A name that nothing has, as long as the other and ending as it does: Korean particles follow a name's last sound. */
const missingLike = (hidden: string): string => hidden.replace(/[0-9a-f](?=.{4})/g, "0");

interface Probe {
  /** The hidden one's name. */
  hidden: string;
  path(name: string): string;
  asking?: Asking;
}

/** What is hidden and what is not there are answered alike. */
async function probe({ ask, viewer }: Asker, { hidden, path, asking = {} }: Probe): Promise<void> {
  const missing = missingLike(hidden);
  const [one, other] = [await ask(path(hidden), asking, [hidden]), await ask(path(missing), asking, [missing])];
  const asked = `${nameOf(viewer)}: ${asking.method ?? "GET"} ${path(hidden)}`;
  assert.deepEqual(comparable(one, hidden), comparable(other, missing), asked);
  assert.ok(one.status >= 400 || asking.method === "OPTIONS", `${asked} gives ${one.status}`);
  assert.equal(one.headers.get("etag"), null, asked);
}

/** One of them; viewers differ in which, so that all of it is tried by somebody. */
const oneOf = <T>(items: readonly T[], { viewer }: Asker): T[] => {
  const place = [...nameOf(viewer)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % (items.length || 1);
  return items.slice(place, place + 1);
};

/** Reports that he does not see: by every method, and with entity tags of those who see them. */
export async function probeReports(asker: Asker, etags: ReadonlyMap<string, string>): Promise<number> {
  const seeing = asker.seeing();
  const hidden = seeing.shared.reports.filter(({ id }) => !seesReport(id)(asker.viewer, seeing));
  for (const { id } of oneOf(hidden, asker)) {
    const etag = etags.get(id) ?? '"0"';
    const writes: [string, string, unknown][] = [
      ["PATCH", "", { title: "Another" }],
      ["PUT", "/marking", { tlp: null }],
      ["POST", "/withdrawal", {}],
    ];
    const probes: [string, Asking][] = [
      ["", {}],
      ["", { method: "HEAD" }],
      ["", { method: "OPTIONS" }],
      ["", { headers: { "if-none-match": etag } }],
      ["", { headers: { "if-none-match": "*" } }],
      ["/history", {}],
      ["/history", { method: "HEAD" }],
      ["/history", { headers: { "if-none-match": "*" } }],
      ...writes.map(([method, path, json]): [string, Asking] => [path, { method, json }]),
      ["", { method: "PATCH", json: { title: "Another" }, headers: { "if-match": etag } }],
    ];
    for (const [rest, asking] of probes) {
      await probe(asker, { hidden: id, path: (name) => `${api}/reports/${name}${rest}`, asking });
    }
  }
  return hidden.length;
}

/** Assets of organisations whose inventory he does not see: by id and by name. */
export async function probeAssets(asker: Asker): Promise<number> {
  const seeing = asker.seeing();
  const hidden = seeing.shared.assets.filter(({ organisation }) => !seesComponents(organisation)(asker.viewer, seeing));
  for (const { organisation, id, name } of oneOf(hidden, asker)) {
    const path = `${api}/organisations/${worldHandle(organisation)}/assets`;
    const vulnerability = "exposures/00000000-0000-4000-8000-000000000000/CVE-2026-1000";
    for (const rest of ["", "/sboms", "/sboms/1", "/sbom-difference?from=1&to=2", "/components", `/${vulnerability}`]) {
      await probe(asker, { hidden: id, path: (one) => `${path}/${one}${rest}` });
    }
    const secret = name.slice(name.indexOf("zq"));
    const byName = (one: string) => `${path}/${encodeURIComponent(name.replace(secret, one))}`;
    await probe(asker, { hidden: secret, path: byName });
    for (const method of ["HEAD", "OPTIONS", "DELETE"]) {
      await probe(asker, { hidden: id, path: (one) => `${path}/${one}`, asking: { method } });
    }
  }
  return hidden.length;
}

/** Requests for consent that he may not decide on. */
export async function probeRequests(asker: Asker): Promise<number> {
  const seeing = asker.seeing();
  const hidden = seeing.shared.reports.filter(
    ({ revisions }) => !seesRequest(revisions[0]?.marked.owner ?? "")(asker.viewer, seeing),
  );
  for (const { id } of oneOf(hidden, asker)) {
    const probes: [string, Asking][] = [
      ["", {}],
      ["", { method: "DELETE" }],
      ["/approval", { method: "POST", json: {} }],
      ["/refusal", { method: "POST", json: {} }],
    ];
    for (const [rest, asking] of probes) {
      await probe(asker, { hidden: requestAbout(id), path: (name) => `${api}/approvals/${name}${rest}`, asking });
    }
  }
  return hidden.length;
}

/** Circles that do not exist for him, by every operation that names one. */
export async function probeCircles(asker: Asker): Promise<number> {
  const seeing = asker.seeing();
  const [own] = held(asker.viewer, seeing);
  const organisation = worldHandle(own?.organisation ?? "");
  const hidden = worldCircles.filter((id) => !knowsCircle(id)(asker.viewer, seeing));
  for (const handle of oneOf(hidden, asker).map(worldHandle)) {
    const probes: [string, Asking][] = [
      ["", {}],
      ["", { method: "HEAD" }],
      ["", { method: "PATCH", json: { description: "Another" } }],
      ["", { method: "DELETE" }],
      ["/members", {}],
      ["/events", {}],
      ["/requests", { method: "POST", json: { organisation, message: "" } }],
      ["/invitations", { method: "POST", json: { organisation, message: "" } }],
      [`/members/${organisation}`, { method: "PUT", json: {} }],
      [`/members/${organisation}`, { method: "DELETE" }],
      [`/invitations/${organisation}`, { method: "DELETE" }],
    ];
    for (const [rest, asking] of probes) {
      const path = (name: string) => `${api}/circles/${name}${rest}`;
      await probe(asker, { hidden: handle, path, asking });
    }
    // An audience that he names, and a list that he narrows by it.
    if (own !== undefined) {
      const circles = async (name: string) =>
        asker.ask(`${api}/organisations/${organisation}/receivers`, { json: { tlp: "AMBER", circles: [name] } }, [
          name,
        ]);
      const [one, other] = [await circles(handle), await circles(missingLike(handle))];
      assert.deepEqual(comparable(one, handle), comparable(other, missingLike(handle)), nameOf(asker.viewer));
    }
  }
  return hidden.length;
}
