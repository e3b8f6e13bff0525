import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

// Receives webhooks and letters, and says on its output how many different ones there are, and since when.

const webhooks = new Set<string>();
let letters = 0;
let told = "";

const tell = (): void => {
  const line = JSON.stringify({ webhooks: webhooks.size, letters, at: Date.now() });
  if (line !== told) process.stdout.write(`${line}\n`);
  told = line;
};

const http = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    webhooks.add(String(request.headers["webhook-id"]));
    response.writeHead(204).end();
    tell();
  });
});
http.keepAliveTimeout = 30_000;

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  logger: false,
  onData: (stream, _, done) => {
    stream.resume();
    stream.on("end", () => {
      letters += 1;
      done();
      tell();
    });
  },
});

http.listen(0, "0.0.0.0", () => {
  smtp.listen(0, "127.0.0.1", () => {
    const port = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
    process.stdout.write(`${JSON.stringify({ http: port(http), smtp: port(smtp.server) })}\n`);
  });
});
