/** What the commands for a hub elsewhere say in English. */
export const remoteEn = {
  "login.description": "keep the key for a hub, so that “bongsu hub” can talk to it",
  "login.argument": "the hub's address: https://hub.example.org",
  "login.plainHttp": "allow an address without https: the key then travels readable",
  "login.after":
    "The key comes from BONGSU_KEY, from standard input, or is asked for; never from the command line, where others see it.",
  "login.ask": "API key: ",
  "login.done": "{url}: {name} ({roles}). The key is in {file}.",
  "logout.description": "forget the key for a hub",
  "logout.argument": "the hub's address; the current one without it",
  "logout.done": "The key for {url} is forgotten here. On the hub it still counts until it is revoked.",
  "hubs.description": "the hubs that keys are kept for",
  "hubs.none": "No hub yet: bongsu login https://hub.example.org",
  "hubs.url": "HUB",
  "hubs.name": "NAME",
  "hubs.since": "SINCE (UTC)",
  "hubs.current": "CURRENT",
  "hubs.yes": "yes",

  "hub.description": "call any operation of a hub",
  "hub.after": `Which hub: BONGSU_HUB, else the last one of “bongsu login”. Which key: BONGSU_KEY, else the one that is kept.

Examples:
  bongsu hub members list-organisations --sector finance
  bongsu hub people me --json
  bongsu hub events`,
  "hub.json": "as JSON; always so where the output is no terminal",
  "hub.all": "every page",
  "hub.input": "the fields as a JSON file, - for standard input; options count before it",
  "hub.output": "the file to write, - for standard output",
  "hub.file": "the file to send: a path, @path, or - for standard input",
  "hub.ifMatch": "entity tag: nothing is changed where it is another by now",
  "hub.key": "idempotency key: the same one gives the first answer again",
  "hub.required": "required",
  "hub.repeat": "may be repeated",
  "hub.empty": "empty for none",
  "hub.more": "There is more: --all, or --cursor {cursor}",
  "hub.nothing": "Nothing.",
  "hub.done": "Done.",
  "hub.written": "Written to {file}.",
} as const satisfies Record<string, string>;
