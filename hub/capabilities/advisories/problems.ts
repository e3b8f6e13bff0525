import { defineProblems } from "@bongsu/base";

/** What goes wrong with the hub's own advisories; what goes wrong in a document is told by its reader. */
export const advisoryHubProblems = defineProblems({
  "advisories.unknown-vulnerability": {
    message: { en: "No vulnerability goes by the name “{name}”.", ko: "“{name}”(이)라는 취약점이 없습니다." },
    fix: {
      en: "Search for it; it is known once an advisory that names it was imported.",
      ko: "검색해 보십시오. 이 이름이 든 권고문을 가져오면 알 수 있습니다.",
    },
  },
  "advisories.unknown-advisory": {
    message: { en: "There is no advisory {id}.", ko: "권고문 {id|이/가} 없습니다." },
    fix: {
      en: "List the advisories again: one that its publisher renamed has another id.",
      ko: "목록을 다시 보십시오. 발행처가 이름을 바꾼 권고문은 식별자가 다릅니다.",
    },
  },
  "advisories.unknown-revision": {
    message: { en: "The advisory has no revision {sha256}.", ko: "권고문에 개정 {sha256|이/가} 없습니다." },
    fix: { en: "The advisory's page lists its revisions.", ko: "권고문 화면에서 개정 목록을 볼 수 있습니다." },
  },
  "advisories.restricted": {
    message: {
      en: "The document is marked {tlp}; advisories are read by every member.",
      ko: "문서의 표시가 {tlp}인데, 권고문은 모든 회원이 읽습니다.",
    },
    fix: {
      en: "Share it as a report with its marking, or import the edition that its publisher released to all.",
      ko: "표시를 유지한 보고서로 공유하거나, 발행처가 공개한 판을 가져오십시오.",
    },
  },
  "advisories.nothing-within": {
    message: {
      en: "The document holds nothing that could be taken.",
      ko: "문서에 가져올 내용이 없습니다.",
    },
    fix: {
      en: "Check that it is whole, and that it is imported as what it is: an advisory, a catalogue, or VEX statements.",
      ko: "문서가 온전한지, 종류(권고문, 목록, VEX)에 맞게 가져오는지 확인하십시오.",
    },
  },
});
