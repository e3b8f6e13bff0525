import { test } from "node:test";
import { fixtures } from "./testing/fixtures.ts";
import { holds } from "./testing/hold.ts";

for (const scenario of fixtures) test(`${scenario.name}: ${scenario.expected}`, () => holds(scenario));
