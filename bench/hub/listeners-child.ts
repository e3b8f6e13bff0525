import { Agent, get } from "node:http";

/** Opens so many event streams and says on each line of standard output how many received the event of that number. */
const { url, tokens, listeners } = JSON.parse(process.argv[2] ?? "{}") as {
  url: string;
  tokens: string[];
  listeners: number;
};
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const received = new Map<string, number>();
let open = 0;

function heard(number: string): void {
  const count = (received.get(number) ?? 0) + 1;
  received.set(number, count);
  if (count === listeners) process.stdout.write(`all ${number} ${Date.now()}\n`);
}

for (let index = 0; index < listeners; index += 1) {
  get(url, { agent, headers: { authorization: `Bearer ${tokens[index % tokens.length]}` } }, (response) => {
    if (response.statusCode !== 200) process.stdout.write(`failed ${response.statusCode}\n`);
    open += 1;
    if (open === listeners) process.stdout.write("open\n");
    let rest = "";
    response.setEncoding("utf8").on("data", (text: string) => {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const number = /^id: (\d+)$/m.exec(block)?.[1];
        if (number !== undefined && block.includes("data:")) heard(number);
      }
    });
  }).on("error", (error) => process.stdout.write(`failed ${error.message}\n`));
  if (index % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 20));
}
