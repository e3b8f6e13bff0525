import { defineProblems } from "@bongsu/base";

const again = { en: "Fetch or make the file again.", ko: "파일을 다시 받거나 만드세요." };

/** What can be wrong with the files and folders that a command is given. */
export const cliProblems = defineProblems({
  "cli.not-found": {
    message: { en: "There is no such file or folder.", ko: "그런 파일이나 폴더가 없습니다." },
    fix: { en: "Check the path.", ko: "경로를 확인하세요." },
  },
  "cli.not-readable": {
    message: { en: "It could not be read: {reason}.", ko: "읽을 수 없습니다: {reason}." },
    fix: { en: "Check its permissions.", ko: "권한을 확인하세요." },
  },
  "cli.not-writable": {
    message: { en: "The output could not be written: {reason}.", ko: "출력을 쓸 수 없습니다: {reason}." },
    fix: { en: "Check the folder and its permissions.", ko: "폴더와 권한을 확인하세요." },
  },
  "cli.not-a-key": {
    message: { en: "This is no Ed25519 public key as JWK.", ko: "Ed25519 공개 키(JWK)가 아닙니다." },
    fix: {
      en: "Give the file that the hub serves at /.well-known/jwks.json.",
      ko: "허브의 /.well-known/jwks.json 파일을 주십시오.",
    },
  },
  "cli.key-needed": {
    message: {
      en: "Without the hub's public key nobody can tell whether a checkpoint is genuine.",
      ko: "허브의 공개 키 없이는 확인점이 진짜인지 알 수 없습니다.",
    },
    fix: { en: "Give it with --key.", ko: "--key로 공개 키를 주십시오." },
  },
  "cli.report-too-large": {
    message: {
      en: "The report has {findings} findings, which is more than one document of the format {format} can hold here.",
      ko: "보고서의 탐지 결과가 {findings}건이라 {format} 문서 하나에 다 담을 수 없습니다.",
    },
    fix: {
      en: "Match fewer SBOMs at a time, leave out what is less severe (--min-severity), or choose --format csv.",
      ko: "SBOM을 나누어 대조하거나, 덜 심각한 것을 빼거나(--min-severity), --format csv를 쓰세요.",
    },
  },
  "cli.too-large": {
    message: { en: "It is larger than the limit of {limit} bytes.", ko: "허용 한도 {limit}바이트보다 큽니다." },
    fix: { en: "Split it.", ko: "나누어 주세요." },
  },
  "cli.unknown-format": {
    message: {
      en: "It is none of the formats that are read here ({formats}).",
      ko: "여기서 읽을 수 있는 형식이 아닙니다({formats}).",
    },
    fix: {
      en: "Check that it is the right file, and that it is complete.",
      ko: "맞는 파일인지, 온전한 파일인지 확인하세요.",
    },
  },
  "cli.says-nothing": {
    message: {
      en: "It holds no advisory, no VEX statement and no score.",
      ko: "권고도 VEX 진술도 점수도 들어 있지 않습니다.",
    },
    fix: {
      en: "If it is an SBOM, give it before --advisories.",
      ko: "SBOM이라면 --advisories 앞에 지정하세요.",
    },
  },
  "cli.passed-over": {
    severity: "info",
    message: {
      en: "Passed over: none of the formats that are read here.",
      ko: "읽을 수 있는 형식이 아니어서 건너뛰었습니다.",
    },
    fix: { en: "Nothing has to be done.", ko: "조치할 필요가 없습니다." },
  },
  "cli.index-again": {
    message: {
      en: "It is a compiled index already, which cannot be compiled into another.",
      ko: "이미 컴파일된 색인이어서 다시 컴파일할 수 없습니다.",
    },
    fix: {
      en: "Give the advisories themselves. “bongsu match” takes several indexes beside each other.",
      ko: "권고 문서를 직접 지정하세요. “bongsu match”에는 색인 여러 개를 나란히 지정할 수 있습니다.",
    },
  },
  "cli.not-vex": {
    message: { en: "A compiled index is no VEX document.", ko: "컴파일된 색인은 VEX 문서가 아닙니다." },
    fix: { en: "Give it after --advisories.", ko: "--advisories 뒤에 지정하세요." },
  },
  "cli.zip-damaged": {
    message: { en: "The zip archive is damaged: {reason}.", ko: "zip 파일이 손상되었습니다: {reason}." },
    fix: again,
  },
  "cli.zip-encrypted": {
    message: { en: "The file in the zip archive is encrypted.", ko: "zip 안의 파일이 암호화되어 있습니다." },
    fix: { en: "Unpack it first.", ko: "먼저 압축을 푸세요." },
  },
  "cli.zip-entries": {
    message: {
      en: "The zip archive has more than {limit} files.",
      ko: "zip 안에 파일이 {limit}개보다 많습니다.",
    },
    fix: { en: "Split it.", ko: "나누어 주세요." },
  },
  "cli.zip-bomb": {
    message: {
      en: "Unpacking was stopped: more than {limit} bytes come out, which is {ratio} times as much as went in.",
      ko: "압축을 푸는 작업을 멈췄습니다. {limit}바이트 넘게 나오며, 이는 압축된 크기의 {ratio}배입니다.",
    },
    fix: {
      en: "This is how a zip bomb looks. If you trust the file, unpack it first.",
      ko: "압축 폭탄으로 보입니다. 믿을 수 있는 파일이라면 먼저 압축을 푸세요.",
    },
  },
  "cli.too-deep": {
    message: {
      en: "Archives stand within archives more than {limit} levels deep.",
      ko: "압축 파일이 {limit}단계보다 깊게 들어 있습니다.",
    },
    fix: { en: "Unpack the outer ones first.", ko: "바깥쪽 압축을 먼저 푸세요." },
  },
  "cli.gzip-damaged": {
    message: { en: "The gzip file is damaged: {reason}.", ko: "gzip 파일이 손상되었습니다: {reason}." },
    fix: again,
  },
  "cli.no-sbom": {
    message: { en: "No SBOM could be read.", ko: "읽을 수 있는 SBOM이 없습니다." },
    fix: {
      en: "Give at least one CycloneDX or SPDX document.",
      ko: "CycloneDX나 SPDX 문서를 하나 이상 지정하세요.",
    },
  },
  "cli.no-advisories": {
    message: { en: "No advisory could be read.", ko: "읽을 수 있는 권고가 없습니다." },
    fix: {
      en: "Give OSV, CVE or CSAF documents, or a compiled index.",
      ko: "OSV, CVE, CSAF 문서나 컴파일된 색인을 지정하세요.",
    },
  },
  "cli.unexpected": {
    message: { en: "Something went wrong that should not have: {reason}.", ko: "예상하지 못한 오류입니다: {reason}." },
    fix: {
      en: "Please report it, with the input if you can share it (BONGSU_DEBUG=1 shows the stack).",
      ko: "가능하면 입력 파일과 함께 알려 주세요(BONGSU_DEBUG=1이면 호출 경로를 볼 수 있습니다).",
    },
  },
  "cli.not-confirmed": {
    message: { en: "{what} and all that belongs to it would be removed.", ko: "{what}에 속한 모든 것이 삭제됩니다." },
    fix: { en: "Add --yes where that is meant.", ko: "정말 삭제하려면 --yes를 붙이세요." },
  },
  "cli.is-vex": {
    message: { en: "It holds VEX statements, and no advisory.", ko: "권고문이 아니라 VEX 문서입니다." },
    fix: { en: "Take it with “bongsu import vex”.", ko: "“bongsu import vex”로 가져오세요." },
  },
  "cli.no-statements": {
    message: { en: "It holds no VEX statement.", ko: "VEX 문장이 없습니다." },
    fix: {
      en: "Give an OpenVEX, CSAF or CycloneDX document with statements.",
      ko: "VEX 문장이 있는 OpenVEX, CSAF, CycloneDX 문서를 지정하세요.",
    },
  },
  "cli.one-asset": {
    message: { en: "A further document for the asset “{asset}”.", ko: "자산 “{asset}”에 문서가 하나 더 있습니다." },
    fix: {
      en: "Give one document with --asset, or leave --asset out: each file then is an asset.",
      ko: "--asset에는 문서 하나만 쓰세요. --asset을 빼면 파일마다 자산 하나가 됩니다.",
    },
  },
});
