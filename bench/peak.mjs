// Loaded before a measured program: tells its peak memory (kilobytes) on file descriptor 3 as it ends.
import { writeSync } from "node:fs";

process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
