// Reads one bill of materials from a file as a stream; prints how many components it has and how long it took.
import { createReadStream } from "node:fs";
import { streamSbom } from "@bongsu/sbom";

const [file = ""] = process.argv.slice(2);
const start = performance.now();
let components = 0;
let problems = 0;
for await (const event of streamSbom(createReadStream(file), { file })) {
  if (event.kind === "component") components++;
  else if (event.kind === "problem") problems++;
}
console.log(JSON.stringify({ components, problems, seconds: (performance.now() - start) / 1000 }));
