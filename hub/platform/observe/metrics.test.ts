import assert from "node:assert/strict";
import { test } from "node:test";
import { openMetrics } from "./metrics.ts";

test("what a hub counts is read as Prometheus reads it", async () => {
  const metrics = openMetrics();
  metrics.request("assets.list", "GET", 200, 0.02);
  metrics.request("assets.list", "GET", 204, 0.3);
  metrics.request("assets.list", "BREW", 418, 0.3);
  metrics.denied();
  metrics.limited();
  metrics.audited(3);
  metrics.job("mail", "failed");
  let listeners = 2;
  metrics.watch("event_listeners", "Listeners of the event stream", () => listeners);
  listeners = 5;
  const text = await metrics.text();
  for (const line of [
    'bongsu_http_request_duration_seconds_bucket{le="0.025",operation="assets.list",method="GET",status="2xx"} 1',
    'bongsu_http_request_duration_seconds_count{operation="assets.list",method="GET",status="2xx"} 2',
    'bongsu_http_request_duration_seconds_count{operation="assets.list",method="other",status="4xx"} 1',
    "bongsu_denied_total 1",
    "bongsu_limited_total 1",
    "bongsu_audit_entries_total 3",
    'bongsu_jobs_total{kind="mail",outcome="failed"} 1',
    "bongsu_event_listeners 5",
  ]) {
    assert.ok(text.split("\n").includes(line), `${line}\n${text}`);
  }
  assert.match(text, /^process_resident_memory_bytes \d/m);
  assert.match(metrics.contentType, /^text\/plain; version=0\.0\.4/);
});

test("two hubs in one process count each for itself", async () => {
  const [one, other] = [openMetrics(), openMetrics()];
  one.denied();
  one.watch("x", "x", () => 1);
  other.watch("x", "x", () => 2);
  assert.match(await one.text(), /^bongsu_denied_total 1$/m);
  assert.match(await other.text(), /^bongsu_denied_total 0$/m);
  assert.match(await other.text(), /^bongsu_x 2$/m);
});
