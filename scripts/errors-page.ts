import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { errorsPage, problemTables } from "../tests/problem-tables.ts";

const root = join(fileURLToPath(new URL(".", import.meta.url)), "..");
writeFileSync(join(root, "docs/errors.md"), errorsPage(await problemTables(root)));
