import { displayWidth, wrapped } from "@bongsu/matching/width";
import type { CliContext } from "../context.ts";

/** How a story is told: titles, paragraphs, numbered steps, on at most a hundred columns. */
export class Stage {
  readonly context: CliContext;
  private steps = 0;

  constructor(context: CliContext) {
    this.context = context;
  }

  get width(): number {
    return Math.min(this.context.out.width ?? 100, 100);
  }

  bold(text: string): string {
    return this.context.out.colour ? `\u001b[1m${text}\u001b[0m` : text;
  }

  line(text = ""): void {
    this.context.out.write(`${text}\n`);
  }

  paragraph(text: string): void {
    for (const line of wrapped(text, this.width)) this.line(line);
  }

  step(title: string): void {
    this.steps += 1;
    const text = this.context.say("demo.step", { n: this.steps, title });
    this.line(`\n${this.bold(text)}\n${"─".repeat(Math.min(this.width, displayWidth(text)))}`);
  }
}
