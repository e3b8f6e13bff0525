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

  "upload.description": "hand SBOMs in to a hub",
  "upload.argument": "SBOM files (CycloneDX, SPDX); - for standard input",
  "upload.organisation": "handle of the organisation",
  "upload.asset": "the assets that the files are for, in their order; without it, the files' own names",
  "upload.create": "add assets that are not there yet",
  "upload.kind": "what a new asset is",
  "upload.commit": "commit that it was built from; from the pipeline's own variables where it is left out",
  "upload.ref": "branch or tag; from the pipeline's own variables where it is left out",
  "upload.pipeline": "address of the pipeline's run; from its own variables where it is left out",
  "upload.tool": "what made the document: “syft 1.20.0”",
  "upload.wait": "wait until the documents are read and matched",
  "upload.timeout": "seconds to wait for each document at most",
  "upload.failOn": "end with code 1 where an exposure asks for this or more; waits",
  "upload.format": "form of the output; SARIF lists open exposures for code scanning, and waits",
  "upload.output": "the file to write, - for standard output",
  "upload.done": "Revision {revision}, {components} components.",
  "upload.after": `Which hub: BONGSU_HUB and BONGSU_KEY, else the last one of “bongsu login”.
Exit codes: 0 done, 1 exposures at or above --fail-on, 2 wrong usage, 3 a document could not be read, 4 nothing done.

Examples:
  bongsu upload bom.cdx.json --organisation bada-bank --asset web --create
  bongsu upload a.json b.json --organisation bada-bank --asset web batch --fail-on out-of-cycle`,

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
