import { cpus, totalmem } from "node:os";

/** What the figures were measured on: processor, cores, memory, Node.js. */
export function machine(): string {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  return `${first?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${memory}, Node.js ${process.versions.node}, ${process.platform}`;
}
