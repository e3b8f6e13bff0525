import { defineProblems } from "@bongsu/base";

/** What goes wrong with a source: in naming it, in reaching it, in what it says. */
export const sourceProblems = defineProblems({
  "sources.unknown-source": {
    message: { en: "There is no source “{source}”.", ko: "출처 “{source|”이/가} 없습니다." },
    fix: { en: "List the sources.", ko: "출처 목록을 확인하십시오." },
  },
  "sources.source-taken": {
    message: { en: "There is a source “{source}” already.", ko: "출처 “{source|”이/가} 이미 있습니다." },
    fix: { en: "Choose another short name.", ko: "다른 짧은 이름을 쓰십시오." },
  },
  "sources.bad-address": {
    message: {
      en: "“{address}” is no address for this kind of source.",
      ko: "“{address|”은/는} 이 종류의 출처에 쓸 수 있는 주소가 아닙니다.",
    },
    fix: {
      en: "Give an https:// address; http:// only for hosts listed in BONGSU_ALLOW_PRIVATE_ADDRESSES. A folder is given by its full path.",
      ko: "https:// 주소를 쓰십시오. http://는 BONGSU_ALLOW_PRIVATE_ADDRESSES에 등록된 호스트에만 쓸 수 있습니다. 폴더는 전체 경로로 씁니다.",
    },
  },
  "sources.folder-forbidden": {
    message: {
      en: "The hub may not read the folder “{folder}”.",
      ko: "허브가 읽을 수 있는 폴더가 아닙니다: “{folder}”.",
    },
    fix: {
      en: "The hub's administrator lists the folders that sources may read in BONGSU_SOURCE_FOLDERS.",
      ko: "출처가 읽어도 되는 폴더는 허브 관리자가 BONGSU_SOURCE_FOLDERS에 등록합니다.",
    },
  },
  "sources.too-many-files": {
    message: { en: "The folder holds more than {limit} files.", ko: "폴더에 든 파일이 {limit}개를 넘습니다." },
    fix: {
      en: "Remove those that were taken, or pack them into zips.",
      ko: "받은 파일을 지우거나 zip으로 묶으십시오.",
    },
  },
  "sources.folder-missing": {
    message: { en: "The folder cannot be read: {reason}.", ko: "폴더를 읽을 수 없습니다: {reason}." },
    fix: {
      en: "Check that it is there, on the machine of every process of the hub, and that the hub's account may read it.",
      ko: "허브의 모든 프로세스가 있는 기계에 폴더가 있는지, 허브 계정이 읽을 수 있는지 확인하십시오.",
    },
  },
  "sources.paused": {
    message: { en: "The source is paused.", ko: "멈춘 출처입니다." },
    fix: {
      en: "Resume it first; to look without taking, test it.",
      ko: "먼저 다시 수집하게 하십시오. 받지 않고 보려면 시험하십시오.",
    },
  },
  "sources.unknown-key": {
    message: {
      en: "The source does not offer a key with the fingerprint {fingerprint}.",
      ko: "출처가 지문이 {fingerprint}인 키를 내보이지 않았습니다.",
    },
    fix: { en: "Name fingerprints that the source shows.", ko: "출처에 나오는 지문을 적으십시오." },
  },
  "sources.http-status": {
    message: { en: "{host} answered with the status {status}.", ko: "{host}의 응답 상태가 {status}입니다." },
    fix: {
      en: "Check the address in a browser; 401 and 403 mean that it is not public.",
      ko: "브라우저로 주소를 확인하십시오. 401과 403은 공개되지 않았다는 뜻입니다.",
    },
  },
  "sources.asked-to-wait": {
    message: {
      en: "{host} asks to be called less often ({status}).",
      ko: "{host}에서 호출을 줄이라고 합니다({status}).",
    },
    fix: {
      en: "The hub waits as long as it was told. Choose a longer interval where it happens again.",
      ko: "허브는 안내받은 만큼 기다립니다. 되풀이되면 주기를 늘리십시오.",
    },
  },
  "sources.not-what-it-says": {
    message: { en: "What {name} holds is not {kind}.", ko: "{name}의 내용이 {kind} 형식이 아닙니다." },
    fix: { en: "Check the address and the kind of the source.", ko: "출처의 주소와 종류를 확인하십시오." },
  },
  "sources.too-large": {
    message: { en: "The document is larger than {limit} bytes.", ko: "문서가 {limit}바이트보다 큽니다." },
    fix: { en: "Ask its publisher to split it.", ko: "발행처에 나누어 달라고 요청하십시오." },
  },
  "sources.archive-damaged": {
    message: { en: "The archive cannot be read: {reason}.", ko: "압축 파일을 읽을 수 없습니다: {reason}." },
    fix: {
      en: "It is fetched again at the next run; tell its publisher where that does not help.",
      ko: "다음 수집에서 다시 받습니다. 그래도 안 되면 발행처에 알리십시오.",
    },
  },
  "sources.archive-encrypted": {
    message: { en: "The archive is encrypted.", ko: "압축 파일이 암호화되어 있습니다." },
    fix: { en: "Sources are read without a password.", ko: "암호가 없는 압축 파일만 읽습니다." },
  },
  "sources.archive-too-many": {
    message: { en: "The archive holds more than {limit} files.", ko: "압축 파일에 든 파일이 {limit}개를 넘습니다." },
    fix: { en: "Check that the address is the right one.", ko: "올바른 주소인지 확인하십시오." },
  },
  "sources.archive-bomb": {
    message: {
      en: "The archive would unpack to more than {limit} bytes, {ratio} times its size.",
      ko: "압축을 풀면 원래 크기의 {ratio}배인 {limit}바이트를 넘습니다.",
    },
    fix: {
      en: "Nothing more is read of it. Check that the address is the right one.",
      ko: "더 읽지 않았습니다. 올바른 주소인지 확인하십시오.",
    },
  },
  "sources.from-the-future": {
    message: {
      en: "The document says that it changed at {modified}, which is yet to come.",
      ko: "문서에 적힌 변경 시각 {modified|은/는} 아직 오지 않았습니다.",
    },
    fix: {
      en: "It would stand in the way of every later revision. Tell its publisher.",
      ko: "이후의 개정을 모두 막게 되어 받지 않았습니다. 발행처에 알리십시오.",
    },
  },
  "sources.of-another": {
    message: {
      en: "The document {document} came from elsewhere first, and this source is only informative.",
      ko: "문서 {document|은/는} 다른 곳에서 먼저 들어왔고, 이 출처는 참고용입니다.",
    },
    fix: {
      en: "Nothing need be done. An authoritative source could replace it.",
      ko: "할 일은 없습니다. 공식 출처만 그 문서를 바꿀 수 있습니다.",
    },
  },
  "sources.nothing-to-take": {
    message: {
      en: "The document holds nothing that is taken from this source.",
      ko: "문서에 이 출처에서 받는 내용이 없습니다.",
    },
    fix: {
      en: "Statements, exploitation and scores are taken from authoritative sources only.",
      ko: "VEX 문장, 악용 여부, 점수는 공식 출처에서만 받습니다.",
    },
  },
  "sources.not-takeable": {
    message: { en: "The document could not be kept.", ko: "문서를 저장할 수 없습니다." },
    fix: {
      en: "Report it to the makers of this software together with the document.",
      ko: "문서와 함께 이 소프트웨어를 만든 곳에 알려 주십시오.",
    },
  },
  "sources.took-too-long": {
    message: { en: "The source took longer than {seconds} seconds.", ko: "출처의 응답이 {seconds}초를 넘었습니다." },
    fix: { en: "Try again later.", ko: "나중에 다시 시도하십시오." },
  },
  "sources.unreadable-file": {
    message: { en: "The file cannot be read: {reason}.", ko: "파일을 읽을 수 없습니다: {reason}." },
    fix: {
      en: "Check that the hub's account may read it, and that it is no link to elsewhere.",
      ko: "허브 계정이 읽을 수 있는지, 다른 곳을 가리키는 링크가 아닌지 확인하십시오.",
    },
  },
});
