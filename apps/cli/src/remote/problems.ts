import { defineProblems } from "@bongsu/base";

/** What can be wrong before a hub is asked. */
export const remoteProblems = defineProblems({
  "cli.no-hub": {
    message: { en: "It is not known which hub is meant.", ko: "어느 허브인지 정해지지 않았습니다." },
    fix: {
      en: "“bongsu login https://hub.example.org”, or set BONGSU_HUB.",
      ko: "“bongsu login https://hub.example.org”을 실행하거나 BONGSU_HUB를 지정하세요.",
    },
  },
  "cli.no-key": {
    message: { en: "No key was given.", ko: "키가 없습니다." },
    fix: {
      en: "Give it in BONGSU_KEY or on standard input.",
      ko: "BONGSU_KEY나 표준 입력으로 키를 주세요.",
    },
  },
  "cli.not-meant": {
    message: { en: "This takes something away: {what}.", ko: "되돌릴 수 없는 작업입니다: {what}." },
    fix: { en: "Add --yes where that is meant.", ko: "정말 실행하려면 --yes를 붙이세요." },
  },
  "cli.no-answer": {
    message: { en: "There was no answer to “{question}”.", ko: "“{question}”에 대한 답이 없습니다." },
    fix: {
      en: "Run it on a terminal, or give an answer on each line of standard input.",
      ko: "터미널에서 실행하거나 표준 입력에 답을 한 줄씩 주세요.",
    },
  },
  "cli.not-an-invitation": {
    message: { en: "This is not the link of an invitation.", ko: "초대 링크가 아닙니다." },
    fix: {
      en: "Give the whole link of the letter, in quotation marks: it has a # in it.",
      ko: "이메일에 있는 링크 전체를 따옴표로 묶어 주세요. #이 들어 있습니다.",
    },
  },
  "cli.unknown-hub": {
    message: { en: "No key is kept for {url}.", ko: "{url}의 키는 저장되어 있지 않습니다." },
    fix: { en: "“bongsu hubs” shows those that are.", ko: "“bongsu hubs”로 저장된 것을 볼 수 있습니다." },
  },
  "cli.plain-http": {
    message: {
      en: "{url} has no https: the key would travel readable.",
      ko: "{url|은/는} https가 아니어서 키가 그대로 드러납니다.",
    },
    fix: {
      en: "Use the https address, or add --plain-http on a network that you trust.",
      ko: "https 주소를 쓰거나, 믿을 수 있는 네트워크라면 --plain-http를 붙이세요.",
    },
  },
  "cli.hubs-damaged": {
    message: { en: "The list of hubs cannot be read.", ko: "허브 목록을 읽을 수 없습니다." },
    fix: { en: "Remove the file and log in again.", ko: "파일을 지우고 다시 로그인하세요." },
  },
  "cli.invalid-json": {
    message: { en: "This is not the JSON that is needed: {reason}.", ko: "필요한 JSON이 아닙니다: {reason}." },
    fix: { en: "Give a JSON object.", ko: "JSON 객체를 주세요." },
  },
  "cli.upload-too-slow": {
    message: {
      en: "The hub was not done with the upload {upload} within {timeout} seconds.",
      ko: "허브가 {timeout}초 안에 올리기 {upload|을/를} 끝내지 못했습니다.",
    },
    fix: {
      en: "It goes on without you: look at the upload later, or give more --timeout.",
      ko: "처리는 계속됩니다. 나중에 확인하거나 --timeout을 늘리세요.",
    },
  },
  "cli.file-exists": {
    message: { en: "There is a file of this name already.", ko: "같은 이름의 파일이 이미 있습니다." },
    fix: { en: "Choose another with --output.", ko: "--output으로 다른 이름을 지정하세요." },
  },
});
