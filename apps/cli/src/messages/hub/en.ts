/** What the commands of the hub say in English. */
export const hubEn = {
  "option.json": "as JSON, for other programs",
  "option.yes": "do it without being asked again",

  "serve.description": "start the hub: its pages, its API and its work in the background",
  "serve.port": "the port on which it listens (BONGSU_PORT)",
  "serve.host": "the address on which it listens (BONGSU_HOST)",
  "serve.ready": "Bongsu listens on {address}. API: {api}",
  "serve.setup":
    "This hub has no administrator yet. Set it up at {url}/setup with this one-time code, valid for 24 hours: {code}",
  "serve.stopping": "Stopping: what is under way is finished first …",

  "import.description": "take advisories, inventories, statements and signals into the hub",
  "import.after": `Every import may be repeated: what was taken before changes nothing, and an interrupted one goes on.

Examples:
  bongsu import advisories osv/ csaf.zip
  bongsu import sbom bom.json --org sejong-city --asset citizen-portal --create
  bongsu import sbom sboms/ --org bada-bank --create       one asset a file, named after it
  bongsu import kev known_exploited_vulnerabilities.json
  bongsu import epss epss_scores.csv.gz
  bongsu import vex supplier.openvex.json
  curl … | bongsu import advisories -`,
  "import.path": "files, folders, zip or gzip files, - for standard input",
  "import.advisories.description": "take advisories: OSV, CVE 5, CSAF (KEV and EPSS among them are taken as well)",
  "import.kev.description": "take a catalogue of known exploited vulnerabilities",
  "import.epss.description": "take EPSS scores",
  "import.advisories.done":
    "{documents} documents in {milliseconds} ms: {taken} taken, {unchanged} known already, {signals} signals. Exposures: {opened} opened, {changed} changed, {closed} closed.",
  "import.sbom.description": "take an SBOM as the inventory of an asset",
  "import.sbom.org": "handle of the organisation that owns the asset",
  "import.sbom.asset": "name of the asset; without it, each document's file name",
  "import.sbom.create": "add the asset where it is not there yet",
  "import.sbom.done":
    "{asset}: revision {revision}, {components} components ({matchable} can be matched). Exposures: {opened} opened, {changed} changed, {closed} closed.",
  "import.sbom.unchanged": "{asset}: this document counts already (revision {revision}).",
  "import.vex.description": "take VEX statements: OpenVEX, CSAF, CycloneDX",
  "import.vex.org": "whose statements they are; without it a supplier's, for everybody who runs the product",
  "import.vex.asset": "the asset that is the product",
  "import.vex.done":
    "{documents} documents, {statements} new statements. Exposures: {opened} opened, {changed} changed, {closed} closed.",
  "progress.import": "{n} documents, {rate} a second",
  "progress.backup": "{n} lines written",
  "progress.restore": "{n} lines read",

  "exposed.description": "who is exposed, where, since when, fixed in what, and why",
  "exposed.argument": "a vulnerability by any of its names (CVE-…, GHSA-…), or a package URL with or without a version",
  "exposed.state": "states to list: new, acknowledged, remediating, accepted, fixed, not_affected, retracted",
  "exposed.history": "every state that each exposure has been in, when and by what",
  "exposed.after": `Examples:
  bongsu exposed CVE-2021-44228
  bongsu exposed pkg:npm/lodash
  bongsu exposed pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1 --json`,
  "exposed.nobody": "Nobody is exposed to {name}.",
  "exposed.decision": "ACT",
  "exposed.organisation": "ORGANISATION",
  "exposed.asset": "ASSET",
  "exposed.component": "COMPONENT",
  "exposed.severity": "SEVERITY",
  "exposed.since": "SINCE (UTC)",
  "exposed.fixedIn": "FIXED IN",
  "exposed.why": "WHY",
  "exposed.exploited": "exploited",
  "exposed.summary": "Exposures: {exposures} · assets: {assets} · organisations: {organisations}",
  "decision.immediate": "now",
  "decision.outOfCycle": "soon",
  "decision.scheduled": "scheduled",
  "decision.defer": "can wait",

  "org.description": "organisations",
  "org.argument": "handle of the organisation",
  "org.add.description": "add an organisation",
  "org.list.description": "list organisations",
  "org.show.description": "show an organisation and its assets",
  "org.remove.description": "remove an organisation with its assets, exposures and their history",
  "org.nameOption": "its name in English",
  "org.nameKoOption": "its name in Korean",
  "org.sectorOption": "its sector: government, local-government, cloud, telecom, energy, finance …",
  "org.regionOption": "its region by ISO 3166-2: KR-11, KR-50 …",
  "org.added": "{handle} ({name}) is added.",
  "org.removed": "{handle} is removed.",
  "org.none":
    "There is no organisation yet. Add one: bongsu org add sejong-city --sector local-government --region KR-50",
  "org.handle": "ORGANISATION",
  "org.name": "NAME",
  "org.sector": "SECTOR",
  "org.region": "REGION",

  "asset.description": "assets and their inventories",
  "asset.argument": "name of the asset",
  "asset.add.description": "add an asset",
  "asset.list.description": "list assets, of one organisation or of all",
  "asset.show.description": "show an asset and its SBOM revisions",
  "asset.diff.description": "what changed between two SBOM revisions",
  "asset.remove.description": "remove an asset with its inventory, exposures and their history",
  "asset.criticalityOption": "what its failure would mean",
  "asset.networkOption": "how far it can be reached",
  "asset.fromOption": "the older revision; else the one before",
  "asset.toOption": "the newer revision; else the one that counts",
  "asset.added": "{organisation} / {asset} is added.",
  "asset.removed": "{organisation} / {asset} is removed.",
  "asset.none": "There is no asset yet. Add one: bongsu import sbom bom.json --org HANDLE --asset NAME --create",
  "asset.noSbom": "No SBOM yet. Take one: bongsu import sbom bom.json --org HANDLE --asset NAME",
  "asset.noDifference": "The two revisions list the same.",
  "asset.name": "ASSET",
  "asset.criticality": "CRITICALITY",
  "asset.network": "NETWORK",
  "asset.components": "COMPONENTS",
  "asset.matchable": "MATCHABLE",
  "asset.received": "RECEIVED (UTC)",
  "asset.revision": "REVISION",
  "asset.format": "FORMAT",
  "asset.problems": "PROBLEMS",
  "asset.file": "FILE",

  "db.description": "the hub's database",
  "db.migrate.description": "bring the tables up to date",
  "db.vacuum.description": "give back the room of what was deleted",
  "db.rebuild.description": "match everything anew; on a hub that is in order this changes nothing",
  "db.distribute.description": "print the statements that spread the tables over a Citus cluster",
  "db.status.description": "which database, its size, its migrations",
  "db.backup.description": "write everything into one file, as it is at one instant",
  "db.backup.argument": "the backup file (JSON lines, gzip)",
  "db.restore.description": "fill an empty database, of either kind, from a backup",
  "db.upToDate": "The tables are up to date.",
  "db.migrated": "Applied: {names}.",
  "db.embedded": "Embedded PostgreSQL",
  "db.server": "PostgreSQL server",
  "db.pending": "not yet",
  "db.migration": "MIGRATION",
  "db.appliedAt": "APPLIED (UTC)",
  "db.vacuumed": "From {before} to {after}.",
  "db.rebuilt": "Matched anew. Exposures: {opened} opened, {changed} changed, {closed} closed.",
  "db.backedUp": "{rows} rows written to {file}.",
  "db.restored": "{rows} rows restored from {file}.",

  "demo.argument":
    "country: one advisory's way through a country in small; match: SBOMs against advisories, without a hub",
  "demo.once": "end after the story, without a prompt",

  "country.title": "Bongsu: one advisory's way through a country in small",
  "country.intro":
    "Every organisation here is made up; the packages, versions, vulnerabilities and dates are real. Nothing is fetched. Every figure below is measured while you read.",
  "country.progress": "{done} of {all} inventories",
  "country.inventories.title": "The country sends its inventories",
  "country.inventories.note":
    "{organisations} organisations of {sectors} sectors in all {regions} regions have sent the SBOMs of {assets} assets: {components} components, of which only {distinct} are distinct. Each of those is matched once for everybody. It took {ms} ms.",
  "country.advisories.title": "What the world knows",
  "country.advisories.note":
    "{advisories} advisories came in, {exploited} of them on vulnerabilities that are known to be exploited: {opened} exposures, in {ms} ms. By sector, and by what SSVC says is to be done (exploited or not, reachable or not, how critical the asset is):",
  "country.sector": "SECTOR",
  "country.exposed": "EXPOSED",
  "country.arrival.title": "A new advisory arrives",
  "country.arrival.note":
    "{opened} exposures in {organisations} organisations were found and recorded in {ms} ms; the list below took {answer} ms:",
  "country.exploited.title": "It is exploited",
  "country.exploited.note":
    "The catalogue of exploited vulnerabilities now lists it. {ms} ms later every urgency has followed; exposures to deal with now: {now}.",
  "country.fix.title": "One of them acts",
  "country.fix.note":
    "{organisation} updates {asset} and sends the new SBOM. Exposures closed by it: {closed}. Left to {id} in the country: {left}. It took {ms} ms, and nobody had to tick a box.",
  "country.next": "The country is still there. Ask it:",
  "country.next.match": "And the same question without a hub, for one SBOM in a pipeline:",
  "country.prompt": "Commands go here as well (exposed CVE-2025-55182, asset list, --help); exit ends.",

  "config.description": "the configuration as it is read, secrets hidden",
  "config.variable": "VARIABLE",
  "config.value": "VALUE",
  "config.origin": "FROM",
  "config.environment": "environment",
  "config.default": "default",
} as const;
