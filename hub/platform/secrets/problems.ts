import { defineProblems } from "@bongsu/base";

/** What can go wrong with the key under which secrets are sealed. */
export const secretProblems = defineProblems({
  "secrets.key-unreadable": {
    message: {
      en: "The key file {file} cannot be used: {reason}.",
      ko: "키 파일 {file|을/를} 쓸 수 없습니다: {reason}.",
    },
    fix: {
      en: "Let this account, and no other, read and write it; or set BONGSU_SECRET_KEY.",
      ko: "이 계정만 읽고 쓸 수 있게 하거나, BONGSU_SECRET_KEY를 지정하십시오.",
    },
  },
  "secrets.key-exposed": {
    message: {
      en: "The key file {file} can be read by others.",
      ko: "다른 계정이 키 파일 {file|을/를} 읽을 수 있습니다.",
    },
    fix: {
      en: "Run `chmod 600` on it. If others may have read it, change the key: `bongsu secrets rotate`.",
      ko: "`chmod 600`으로 권한을 좁히십시오. 다른 사람이 읽었을 수 있으면 `bongsu secrets rotate`로 키를 바꾸십시오.",
    },
  },
  "secrets.key-damaged": {
    message: { en: "The key file {file} holds no key.", ko: "키 파일 {file}에 키가 들어 있지 않습니다." },
    fix: {
      en: "Put back the copy that was saved with the last backup. Where nothing was sealed yet, remove the file.",
      ko: "마지막 백업과 함께 보관한 사본을 되돌려 놓으십시오. 아직 봉인한 것이 없으면 파일을 지우십시오.",
    },
  },
  "secrets.unknown-key": {
    message: {
      en: "This was sealed under the key {key}, which is not here.",
      ko: "키 {key|으로/로} 봉인되었는데, 그 키가 없습니다.",
    },
    fix: {
      en: "Give the key that the hub had then (BONGSU_SECRET_KEYS_OLD, or the file secret.key of its data folder). Every process of one hub needs the same key.",
      ko: "당시 허브가 쓰던 키를 지정하십시오(BONGSU_SECRET_KEYS_OLD 또는 데이터 폴더의 secret.key). 한 허브의 모든 프로세스는 같은 키를 써야 합니다.",
    },
  },
  "secrets.damaged": {
    message: {
      en: "A sealed secret is cut, changed or stands in the wrong place.",
      ko: "봉인한 비밀값이 잘렸거나 바뀌었거나 다른 자리에 있습니다.",
    },
    fix: {
      en: "Restore it from a backup, or set it anew. Find out who could write to the database.",
      ko: "백업에서 되돌리거나 새로 설정하십시오. 누가 데이터베이스에 쓸 수 있었는지도 확인하십시오.",
    },
  },
});
