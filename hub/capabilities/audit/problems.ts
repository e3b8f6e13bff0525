import { defineProblems } from "@bongsu/base";

const look = {
  en: "Keep the database as it is, compare it with the last backup and with what your SIEM received, and find out who could write to it.",
  ko: "데이터베이스를 그대로 보존하고, 마지막 백업 및 SIEM이 받은 기록과 비교하여 누가 데이터베이스에 쓸 수 있었는지 조사하십시오.",
};

export const auditProblems = defineProblems({
  "audit.removed": {
    message: {
      en: "Entries {from} to {to} of the audit trail are missing.",
      ko: "감사 기록의 {from}번부터 {to}번까지가 없습니다.",
    },
    fix: look,
  },
  "audit.changed": {
    message: {
      en: "Entry {number} of the audit trail is not what was recorded: its hash does not fit.",
      ko: "감사 기록 {number}번이 기록된 내용과 다릅니다. 해시가 맞지 않습니다.",
    },
    fix: look,
  },
  "audit.broken-link": {
    message: {
      en: "Entry {number} of the audit trail does not follow the one before it: that one was replaced, or this one was put here.",
      ko: "감사 기록 {number}번이 앞의 기록과 이어지지 않습니다. 앞의 기록이 바뀌었거나 이 기록이 끼워 넣어졌습니다.",
    },
    fix: look,
  },
  "audit.out-of-order": {
    message: {
      en: "Entry {number} stands after entry {last}, or stands there twice.",
      ko: "감사 기록 {number}번이 {last}번 뒤에 있거나 두 번 있습니다.",
    },
    fix: {
      en: "Give the lines of the export in the order in which they came, each once.",
      ko: "내보낸 줄을 받은 순서대로 한 번씩만 주십시오.",
    },
  },
  "audit.before-beginning": {
    message: {
      en: "{count} entries stand before the beginning of the audit trail, the first with number {number}.",
      ko: "감사 기록의 시작보다 앞선 기록이 {count}건 있습니다(첫 번호 {number}).",
    },
    fix: look,
  },
  "audit.rewritten": {
    message: {
      en: "Entry {number} of the audit trail is not the one that the checkpoint of {at} was signed for: the chain was written anew.",
      ko: "감사 기록 {number}번이 {at}에 서명한 확인점의 기록과 다릅니다. 연결이 새로 쓰였습니다.",
    },
    fix: look,
  },
  "audit.cut": {
    message: {
      en: "The audit trail ends at entry {last}, but a checkpoint was signed for entry {number}.",
      ko: "감사 기록이 {last}번에서 끝나지만 {number}번까지 서명한 확인점이 있습니다.",
    },
    fix: look,
  },
  "audit.checkpoint-signature": {
    message: {
      en: "The checkpoint of entry {number} is not signed by a key of this hub.",
      ko: "{number}번 기록의 확인점에 이 허브의 키로 한 서명이 없습니다.",
    },
    fix: look,
  },
  "audit.waiting": {
    message: {
      en: "{count} entries of the audit trail have had no number since {since}.",
      ko: "감사 기록 {count}건이 {since}부터 번호를 받지 못했습니다.",
    },
    fix: {
      en: "See that a hub process runs, and look for errors of the database in its log.",
      ko: "허브 프로세스가 실행 중인지, 로그에 데이터베이스 오류가 없는지 확인하십시오.",
    },
  },
  "audit.unreadable-line": {
    message: {
      en: "Line {line} of the export is not an entry of the audit trail.",
      ko: "내보낸 파일의 {line}번째 줄은 감사 기록이 아닙니다.",
    },
    fix: {
      en: "Give the file as the hub wrote it: one JSON object a line.",
      ko: "허브가 쓴 그대로, 한 줄에 JSON 객체 하나인 파일을 주십시오.",
    },
  },
  "audit.begins-later": {
    severity: "info",
    message: {
      en: "The export begins with entry {number}: what came before it was not checked.",
      ko: "내보낸 파일이 {number}번 기록부터 시작하므로 그 앞은 검사하지 않았습니다.",
    },
    fix: {
      en: "Give the earlier exports as well, or a checkpoint of the entry before.",
      ko: "앞의 내보내기 파일이나 바로 앞 기록의 확인점도 주십시오.",
    },
  },
  "audit.checkpoint-not-compared": {
    severity: "info",
    message: {
      en: "The checkpoint of entry {number} could not be compared: that entry is no longer kept, or not given here.",
      ko: "{number}번 기록의 확인점은 비교하지 못했습니다. 그 기록이 더는 보존되지 않거나 여기에 없습니다.",
    },
    fix: {
      en: "Use a later checkpoint, or exports that hold the entry.",
      ko: "더 나중의 확인점이나 그 기록이 든 내보내기 파일을 쓰십시오.",
    },
  },
  "audit.nothing-recorded": {
    message: { en: "The audit trail has no entry yet.", ko: "감사 기록이 아직 없습니다." },
    fix: {
      en: "Try again when something has been recorded.",
      ko: "기록이 생긴 뒤에 다시 시도하십시오.",
    },
  },
  "audit.retention-refused": {
    message: {
      en: "Old entries of the audit trail were not removed: entries up to {number} do not verify ({reason}).",
      ko: "오래된 감사 기록을 지우지 않았습니다. {number}번까지의 기록이 검증되지 않습니다({reason}).",
    },
    fix: {
      en: "Verify the trail and find out what happened: removing them would remove the evidence.",
      ko: "감사 기록을 검증하여 원인을 조사하십시오. 지우면 증거도 없어집니다.",
    },
  },
  "audit.checkpoint-unreadable": {
    message: { en: "This is not a checkpoint of an audit trail.", ko: "감사 기록의 확인점이 아닙니다." },
    fix: {
      en: "Give the JSON object that the hub exported.",
      ko: "허브가 내보낸 JSON 객체를 그대로 주십시오.",
    },
  },
});
