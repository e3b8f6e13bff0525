import { writeFileSync } from "node:fs";
import { Gpg } from "./gpg.ts";
import { scenarios } from "./scenarios.ts";

using gpg = new Gpg();
writeFileSync(new URL("fixtures.json", import.meta.url), `${JSON.stringify(scenarios(gpg), null, 2)}\n`);
