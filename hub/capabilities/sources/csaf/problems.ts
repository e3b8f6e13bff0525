import { defineProblems } from "@bongsu/base";

/** What goes wrong with a CSAF provider. */
export const csafProblems = defineProblems({
  "sources.no-provider-metadata": {
    message: {
      en: "No provider-metadata.json of CSAF was found at {domain}.",
      ko: "{domain}에서 CSAF의 provider-metadata.json을 찾지 못했습니다.",
    },
    fix: {
      en: "Give the address of the file itself. A domain is asked under /.well-known/csaf/, in its security.txt, and at csaf.data.security.{domain} (CSAF §7.1.8–10).",
      ko: "파일의 주소를 직접 입력하십시오. 도메인은 /.well-known/csaf/, security.txt, csaf.data.security.{domain}에서 찾습니다(CSAF §7.1.8~10).",
    },
  },
  "sources.provider-metadata-invalid": {
    message: {
      en: "The provider's metadata are not as CSAF has them: {reason}.",
      ko: "제공자 메타데이터가 CSAF에 맞지 않습니다: {reason}.",
    },
    fix: { en: "Tell the provider (CSAF §7.1.7).", ko: "제공자에게 알리십시오(CSAF §7.1.7)." },
  },
  "sources.list-invalid": {
    message: { en: "The list of documents at {host} cannot be read.", ko: "{host}의 문서 목록을 읽을 수 없습니다." },
    fix: {
      en: "Tell the provider: a ROLIE feed (CSAF §7.1.15) or a changes.csv (CSAF §7.1.13) is expected.",
      ko: "제공자에게 알리십시오. ROLIE 피드(CSAF §7.1.15)나 changes.csv(CSAF §7.1.13)가 있어야 합니다.",
    },
  },
  "sources.list-restricted": {
    severity: "warning",
    message: { en: "A list of documents is marked {tlp}.", ko: "문서 목록의 표시가 {tlp}입니다." },
    fix: {
      en: "It is left out: advisories are read by every member.",
      ko: "받지 않았습니다. 권고문은 모든 회원이 읽습니다.",
    },
  },
  "sources.keys-changed": {
    message: {
      en: "The provider signs with other keys than were accepted.",
      ko: "제공자의 서명 키가 받아들인 키와 다릅니다.",
    },
    fix: {
      en: "Compare the offered fingerprints with what the publisher says elsewhere, then accept them (`sources accept-source-keys`). Until then nothing is fetched.",
      ko: "새 지문을 발행처가 다른 경로로 알린 값과 대조한 뒤 받아들이십시오(`sources accept-source-keys`). 그때까지 수집하지 않습니다.",
    },
  },
  "sources.key-not-as-said": {
    message: {
      en: "The file of the key {fingerprint} holds another key.",
      ko: "키 {fingerprint}의 파일에 다른 키가 들어 있습니다.",
    },
    fix: { en: "Tell the provider (CSAF §7.1.20).", ko: "제공자에게 알리십시오(CSAF §7.1.20)." },
  },
  "sources.wrong-hash": {
    message: {
      en: "The document is not the one that its hash ({algorithm}) was made of.",
      ko: "문서가 해시({algorithm})와 맞지 않습니다.",
    },
    fix: {
      en: "It is tried again later. Tell the provider where it stays so: the document was altered, or the hash is old.",
      ko: "나중에 다시 시도합니다. 계속되면 제공자에게 알리십시오. 문서가 바뀌었거나 해시가 오래된 것입니다.",
    },
  },
  "sources.hash-unreadable": {
    message: { en: "The file with the document's hash holds none.", ko: "문서의 해시 파일에 해시가 없습니다." },
    fix: { en: "Tell the provider (CSAF §7.1.18).", ko: "제공자에게 알리십시오(CSAF §7.1.18)." },
  },
  "sources.not-signed": {
    message: { en: "The document is not signed.", ko: "문서에 서명이 없습니다." },
    fix: {
      en: "Tell the provider, or change the source to check signatures only where there are any.",
      ko: "제공자에게 알리거나, 서명이 있을 때만 확인하도록 출처를 바꾸십시오.",
    },
  },
  "sources.no-keys": {
    message: {
      en: "The provider shows no key with which its signatures could be checked.",
      ko: "제공자가 서명을 확인할 키를 내보이지 않습니다.",
    },
    fix: {
      en: "Tell the provider (CSAF §7.1.20), or change the source to check signatures only where there are any.",
      ko: "제공자에게 알리거나(CSAF §7.1.20), 서명이 있을 때만 확인하도록 출처를 바꾸십시오.",
    },
  },
});

/** Codes that speak of tampering: they are told at once, not after some tries. */
export const alarming = /^(sources\.(keys-changed|key-not-as-said|wrong-hash|not-signed)|openpgp\.)/;
