/** What the command line says in English. `{name}` is filled in. */
export const en = {
  "program.description":
    "Bongsu: which of the components that we run are affected by which advisories? Works offline: nothing is fetched, nothing is sent.",
  "program.after": `Examples:
  bongsu demo                                             see it at work, on documents that come along
  bongsu match bom.json --advisories osv/                 one SBOM against a folder of advisories
  bongsu index build osv/ kev.json --output all.bongsu    prepare advisories, so that matching takes a moment
  bongsu match *.json --advisories all.bongsu --fail-on high

Language: --lang en|ko, else LC_ALL, LC_MESSAGES or LANG.`,
  "option.help": "show help",
  "option.lang": "language of the output: en or ko",
  "option.version": "show the version",
  "help.usage": "Usage:",
  "help.options": "Options:",
  "help.commands": "Commands:",
  "help.arguments": "Arguments:",
  "help.globalOptions": "Global options:",
  "help.choices": "one of: {choices}",
  "help.default": "default: {value}",

  "usage.unknownOption": "There is no option {name}.",
  "usage.unknownCommand": "There is no command {name}.",
  "usage.missingArgument": "{name} is missing.",
  "usage.optionMissingArgument": "{name} needs a value.",
  "usage.missingOption": "{name} is missing.",
  "usage.invalidArgument": "{name} does not take that value.",
  "usage.excessArguments": "Too many arguments.",
  "usage.suggestion": "Did you mean {name}?",
  "usage.help": "“{command} --help” shows how it is used.",

  "match.description": "find which components of SBOMs are affected by which advisories",
  "match.argument":
    "CycloneDX (JSON, XML) or SPDX (JSON, tag-value, 3.0) documents: files, folders, zip or gzip files, - for standard input",
  "match.advisories":
    "OSV, CVE 5, CSAF, CycloneDX, OpenVEX, KEV or EPSS documents: files, folders, zips, compiled indexes, in any mix",
  "match.format": "form of the report",
  "match.output": "write the report to a file instead of standard output",
  "match.vex": "OpenVEX, CycloneDX or CSAF statements about your products; the newest counts",
  "match.ignore": "JSON file of findings that you decided to leave aside, each with a reason",
  "match.failOn": "exit with 1 where a finding is at or above this severity, or is known to be exploited",
  "match.minSeverity": "leave findings below this severity out of the report, unless exploited or unrated",
  "match.sort": "order of the findings",
  "match.all":
    "list everything: what is settled, every component that could not be matched, all that could not be read",
  "match.after": `Exit codes:
  0  done; nothing at or above --fail-on
  1  done; at least one finding at or above --fail-on
  2  the command line is wrong
  3  done, but an input could not be read (it is named on standard error; the others went in)
  4  nothing could be done: no SBOM or no advisory could be read, or the output could not be written
  70 a fault of bongsu itself

Examples:
  bongsu match bom.json --advisories osv/npm/all.zip
  bongsu match bom.json --advisories all.bongsu kev.json epss.csv.gz --fail-on exploited
  bongsu match sboms/ --advisories all.bongsu --format sarif --output bongsu.sarif
  bongsu match bom.json --advisories all.bongsu --vex vex.json --ignore ignore.json
  syft alpine:3.19 -o cyclonedx-json | bongsu match - --advisories osv/Alpine/all.zip

An ignore file: { "ignore": [{ "id": "CVE-2021-23337", "package": "pkg:npm/lodash", "reason": "…", "until": "2026-12-31" }] }`,
  "match.hidden": "Left out because milder than {severity} (--min-severity): {n}.",
  "match.written": "Written to {file}.",

  "index.description": "prepare advisories, so that matching takes a moment",
  "index.build.description": "compile advisories into one file",
  "index.build.argument": "OSV, CVE 5, CSAF, CycloneDX, OpenVEX, KEV or EPSS documents: files, folders, zips",
  "index.build.output": "the file to write",
  "index.build.all": "list everything that could not be read",
  "index.build.after": `Examples:
  bongsu index build osv/ csaf/ kev.json epss.csv.gz --output all.bongsu
  bongsu match bom.json --advisories all.bongsu`,
  "index.info.description": "check a compiled index and show what it holds",
  "index.info.argument": "the compiled index",
  "index.info.json": "as JSON",
  "index.size": "size",
  "index.documents": "documents",
  "index.advisories": "advisories",
  "index.withdrawn": "of these, withdrawn",
  "index.unmatchable": "of these, without a package or CPE that could be matched",
  "index.vulnerabilities": "vulnerabilities, aliases joined",
  "index.packages": "packages",
  "index.statements": "VEX statements",
  "index.exploited": "known to be exploited",
  "index.epss": "EPSS scores",
  "index.newest": "newest change",
  "index.formats": "formats",
  "index.ecosystems": "ecosystems (packages)",

  "demo.description": "see it at work, step by step, on documents that come along",
  "demo.title": "Bongsu: from an inventory and a pile of advisories to what has to be done",
  "demo.intro":
    "Haneul is a made-up city. Its civil-service portal and its remote-access gateway each have an SBOM, a list of what is in them. Beside them lie {advisories} advisory documents of four kinds, written for this demo from public facts. Nothing is fetched; every command below is real, and so is what it prints.",
  "demo.files": "The documents:",
  "demo.portal": "the portal: npm, PyPI, Go, Maven and Debian packages (CycloneDX)",
  "demo.gateway": "the gateway: an appliance and what is on it, known by CPE names (SPDX)",
  "demo.advisories": "OSV, CSAF and CVE records, and which of them are exploited (KEV)",
  "demo.vex": "what the city's own team found out (OpenVEX)",
  "demo.ignore": "what it decided to leave for later, why, and until when",
  "demo.step": "Step {n}. {title}",
  "demo.match.title": "What is affected?",
  "demo.match.note":
    "One line for each vulnerability, whatever its names: Django's is told once, though three databases list it. What attackers use already stands on top. The fix is the one of the installed version's own branch. And what could not be judged is said, not hidden.",
  "demo.vex.title": "Less noise, without losing anything",
  "demo.vex.note":
    "The team's statements and decisions are laid over it: Spring cannot be reached as the portal is deployed, braces is not on the server, and requests can wait. They count for the product and version that they name, never for a CVE as such; --all shows them with their reasons.",
  "demo.gateway.title": "A gate for the pipeline",
  "demo.gateway.note":
    "The same question to the gateway, in another format, with products instead of packages. Its exit code says whether anything here is being exploited: it was {code}.",
  "demo.index.title": "The same in a moment",
  "demo.index.note":
    "Advisories are compiled once; from then on a match reads only what it needs. This one took {ms} ms.",
  "demo.formats.title": "For other programs",
  "demo.formats.note":
    "Also json, sarif (code scanning), openvex and cyclonedx-vex (drafts to complete), and markdown (tickets).",
  "demo.next": "Now your own:",
  "demo.next.sbom": "  1. Make an SBOM of something that you run: syft, trivy, cdxgen or your build tool write one.",
  "demo.next.advisories":
    "  2. Fetch advisories on a machine that may, for example from the OSV exports and CISA's catalogue:",
  "demo.next.run": "  3. Ask:",
  "demo.next.more": "“bongsu match --help” has every option; docs/match.md explains them.",

  "progress.sboms": "Reading SBOMs: {name}",
  "progress.advisories": "Reading advisories: {n}",
  "progress.matching": "Matching",
  "problems.more": "… {n} more of the kind {code}.",
  "problems.parts":
    "Parts of documents that could not be read and were left out: {n}. The rest of these documents went in (--all lists them).",
  "problems.passedOver": "Passed over in folders and archives, because of no format that is read here: {n}.",
} as const satisfies Record<string, string>;
