import { defineProblems } from "@bongsu/base";

const again = {
  en: "Nothing was taken from it. Copy the file again from where it was made.",
  ko: "가져온 내용은 없습니다. 만든 곳에서 파일을 다시 복사하십시오.",
};

/** What can be wrong with a bundle as a file. */
export const bundleProblems = defineProblems({
  "bundles.not-a-bundle": {
    message: {
      en: "This is not a bundle of the format bongsu-bundle-1.",
      ko: "bongsu-bundle-1 형식의 번들이 아닙니다.",
    },
    fix: {
      en: "Give a file that `bongsu bundle export` wrote.",
      ko: "`bongsu bundle export`로 만든 파일을 지정하십시오.",
    },
  },
  "bundles.truncated": {
    message: {
      en: "The bundle ends at byte {offset}, in the middle of the frame that begins at byte {complete}.",
      ko: "번들이 바이트 {offset}에서 끊겼습니다. 바이트 {complete}에서 시작하는 프레임이 온전하지 않습니다.",
    },
    fix: again,
  },
  "bundles.damaged": {
    message: {
      en: "The bundle is damaged in the frame that begins at byte {offset}: {reason}.",
      ko: "번들의 바이트 {offset}에서 시작하는 프레임이 손상되었습니다: {reason}.",
    },
    fix: again,
  },
  "bundles.signature-wrong": {
    message: {
      en: "The bundle's signature is not that of the key {key}.",
      ko: "번들의 서명이 키 {key}의 서명이 아닙니다.",
    },
    fix: {
      en: "Nothing was taken from it. Somebody changed the file or made it in another hub's name: ask that hub over another way.",
      ko: "가져온 내용은 없습니다. 누군가 파일을 바꾸었거나 다른 허브의 이름으로 만들었습니다. 다른 경로로 그 허브에 확인하십시오.",
    },
  },
  "bundles.untrusted": {
    message: {
      en: "The bundle is signed with the key {key}, which this hub does not trust.",
      ko: "번들이 이 허브가 신뢰하지 않는 키 {key|으로/로} 서명되었습니다.",
    },
    fix: {
      en: "Compare the fingerprint with that hub over another way, then `bongsu bundle trust` its key file.",
      ko: "다른 경로로 그 허브와 지문을 대조한 뒤 `bongsu bundle trust`로 키 파일을 등록하십시오.",
    },
  },
  "bundles.too-large": {
    message: {
      en: "The frame that begins at byte {offset} goes beyond a limit: {what} is {value}, the limit {limit}.",
      ko: "바이트 {offset}에서 시작하는 프레임이 한도를 넘습니다: {what} {value}, 한도 {limit}.",
    },
    fix: {
      en: "Nothing was taken from it. A hub does not write such a file: ask who made it.",
      ko: "가져온 내용은 없습니다. 허브는 이런 파일을 쓰지 않으므로 만든 곳에 확인하십시오.",
    },
  },
  "bundles.not-a-key": {
    message: { en: "This is not the key file of a hub: {reason}.", ko: "허브의 키 파일이 아닙니다: {reason}." },
    fix: {
      en: "Give the file that `bongsu bundle key` wrote on the other hub.",
      ko: "상대 허브에서 `bongsu bundle key`로 만든 파일을 지정하십시오.",
    },
  },
});
