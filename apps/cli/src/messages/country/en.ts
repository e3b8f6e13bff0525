/** What `bongsu demo` says of the hub that it starts. */
export const countryEn = {
  "country.hub.title": "The hub stands",
  "country.hub.note":
    "A hub now serves this country at {url}, from this very process. Its members have made a circle, said what coordinators may see, and shared {reports} reports, each under a marking of TLP 2.0; each of them by a request of its own, in {ms} ms:",
  "country.hub.embargo": "under embargo until tomorrow",
  "country.hub.asked":
    "Who sees what? The hub was asked over HTTP just now, by each of them. The database answers, by row-level security; * is public from tomorrow on.",
  "country.hub.who": "WHO ASKS",
  "country.hub.sees": "sees",
  "country.hub.own": "OWN EXPOSURES",
  "country.hub.others": "OTHERS' STATUS",
  "country.hub.anyone": "Nobody signed in",
  "country.hub.key": "{organisation}: key",
  "country.hub.person": "{organisation}: person",
  "country.hub.checked":
    "Checked: {city} sees its own {sees} open exposures; {other}, which asks for the same city by name, is shown {shown}.",
  "country.hub.people":
    "Roles for the whole hub are people's and never a key's. Two who are signed in; the first sees how those stand who disclose it to the nation, without what they run, the second the audit trail:",
  "country.hub.api": "The API to read and to try: {api}",
  "country.work.title": "From exposure to done",
  "country.work.note":
    "A catalogue now lists {id} as exploited. Every exposed organisation's alert of it says so {ms} ms later: one alert for each, made more urgent rather than repeated. A small city's officer opens his:",
  "country.work.plan": "The maintenance window of tonight.",
  "country.work.taken":
    "He takes it up with one request for all of his systems ({changed}). What the inventory shows fixed later closes by itself.",
  "country.work.board":
    "The national coordinator's board, of those who disclose it to the nation, those that need attention first:",
  "country.work.attention": "WHY HERE",
  "country.work.unanswered": "UNANSWERED",
  "country.work.overdue": "OVERDUE",
  "country.work.campaign":
    "The coordinator begins a campaign, “{title}”: {asked} organisations are asked, {working} of them are working on it, {unknown} cannot tell because their inventory is missing or old.",
  "country.work.told": "Who was told what, and did they see it? The auditor's log has {count} lines; of the city's:",
  "country.work.recipient": "WHO",
  "country.work.channel": "BY",
  "country.work.what": "WHAT",
  "country.work.seen": "SEEN",
  "country.keys.title": "Be one of them",
  "country.keys.note":
    "A key each, made just now, for seven days, on this machine only. Each line works as it is pasted into another terminal, in this folder:",
  "country.stays": "The hub stays until Ctrl-C.",
  "country.again": "The country is kept; a hub on it again, or the whole database from the console:",
} as const;
