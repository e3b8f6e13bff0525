import { defineProblems } from "@bongsu/base";

/** What can go wrong below the capabilities: configuration, database, jobs. */
export const platformProblems = defineProblems({
  "config.invalid": {
    message: {
      en: "{name} is set to “{value}”: {reason}.",
      ko: "{name}의 값 “{value|”이/가} 올바르지 않습니다: {reason}.",
    },
    fix: {
      en: "Correct the environment variable; `bongsu config` shows what is read.",
      ko: "환경 변수를 고치십시오. `bongsu config`로 읽은 값을 볼 수 있습니다.",
    },
  },
  "database.locked": {
    message: {
      en: "The data folder {folder} is in use by process {pid}.",
      ko: "데이터 폴더 {folder|을/를} 다른 프로세스({pid})가 쓰고 있습니다.",
    },
    fix: {
      en: "Stop that process, or name another folder in BONGSU_DATA_DIR. For several processes, use a PostgreSQL server (DATABASE_URL).",
      ko: "그 프로세스를 멈추거나 BONGSU_DATA_DIR에 다른 폴더를 지정하십시오. 여러 프로세스가 함께 쓰려면 PostgreSQL 서버(DATABASE_URL)를 쓰십시오.",
    },
  },
  "database.unreachable": {
    message: { en: "The database does not answer: {reason}.", ko: "데이터베이스가 응답하지 않습니다: {reason}." },
    fix: {
      en: "Check that the server runs and that DATABASE_URL is right. What was finished is kept: run the same command again and it continues.",
      ko: "서버가 실행 중인지, DATABASE_URL이 맞는지 확인하십시오. 끝난 작업은 보존되므로 같은 명령을 다시 실행하면 이어서 합니다.",
    },
  },
  "database.disk-full": {
    message: { en: "The database has no room left: {reason}.", ko: "데이터베이스의 저장 공간이 없습니다: {reason}." },
    fix: {
      en: "Free some space and run the same command again: nothing was half-written.",
      ko: "공간을 비운 뒤 같은 명령을 다시 실행하십시오. 절반만 기록된 것은 없습니다.",
    },
  },
  "database.folder-unusable": {
    message: {
      en: "The data folder {folder} cannot be used: {reason}.",
      ko: "데이터 폴더 {folder|을/를} 쓸 수 없습니다: {reason}.",
    },
    fix: {
      en: "Name a folder in BONGSU_DATA_DIR that this account may write to.",
      ko: "BONGSU_DATA_DIR에 이 계정이 쓸 수 있는 폴더를 지정하십시오.",
    },
  },
  "database.damaged": {
    message: {
      en: "The database is damaged: {reason}.",
      ko: "데이터베이스가 손상되었습니다: {reason}.",
    },
    fix: {
      en: "Nothing was changed. Keep it as it is, and restore the last backup into a new one (`bongsu db restore`). Check the disk.",
      ko: "바뀐 것은 없습니다. 그대로 보관하고, 마지막 백업을 새 데이터베이스에 복원하십시오(`bongsu db restore`). 디스크도 점검하십시오.",
    },
  },
  "database.stopped": {
    message: {
      en: "The embedded database had to stop: {reason}.",
      ko: "내장 데이터베이스가 멈췄습니다: {reason}.",
    },
    fix: {
      en: "What was finished is kept: run the same command again and it continues. If it stays, restore the last backup, or use a PostgreSQL server (DATABASE_URL).",
      ko: "끝난 작업은 보존되므로 같은 명령을 다시 실행하면 이어서 합니다. 계속되면 마지막 백업을 복원하거나 PostgreSQL 서버(DATABASE_URL)를 쓰십시오.",
    },
  },
  "database.refused": {
    message: {
      en: "The PostgreSQL server does not let us in: {reason}.",
      ko: "PostgreSQL 서버가 접속을 거부했습니다: {reason}.",
    },
    fix: {
      en: "Check the account, the password and the name of the database in DATABASE_URL.",
      ko: "DATABASE_URL의 계정, 비밀번호, 데이터베이스 이름을 확인하십시오.",
    },
  },
  "database.too-old": {
    message: { en: "The PostgreSQL server is version {version}.", ko: "PostgreSQL 서버의 버전이 {version}입니다." },
    fix: { en: "Use PostgreSQL 15 or newer.", ko: "PostgreSQL 15 이상을 쓰십시오." },
  },
  "database.migration-failed": {
    message: {
      en: "The migration {name} failed: {reason}.",
      ko: "마이그레이션 {name|이/가} 실패했습니다: {reason}.",
    },
    fix: {
      en: "Nothing was changed. Correct the cause and start again; if it stays, restore the last backup and report it.",
      ko: "바뀐 것은 없습니다. 원인을 고치고 다시 시작하십시오. 계속되면 마지막 백업을 복원하고 알려 주십시오.",
    },
  },
  "database.newer": {
    message: {
      en: "The database was made by a newer Bongsu: it has the migration {name}.",
      ko: "이 데이터베이스는 더 새로운 봉수가 만들었습니다(마이그레이션 {name}).",
    },
    fix: { en: "Start the newer version.", ko: "더 새로운 버전을 실행하십시오." },
  },
  "database.text-replaced": {
    severity: "warning",
    message: {
      en: "{count} texts hold characters that no database keeps (NUL, half characters).",
      ko: "저장할 수 없는 문자(NUL, 잘린 문자)가 든 항목이 {count}개 있습니다.",
    },
    fix: {
      en: "They were replaced by U+FFFD; the document itself is kept as it came. Ask whoever made it to correct it.",
      ko: "U+FFFD로 바꾸었고 문서 자체는 받은 그대로 보관합니다. 만든 곳에 정정을 요청하십시오.",
    },
  },
  "database.text-shortened": {
    severity: "warning",
    message: {
      en: "{count} names or versions are longer than {limit} characters.",
      ko: "{limit}자보다 긴 이름이나 버전이 {count}개 있습니다.",
    },
    fix: {
      en: "They are kept as their beginning and their hash, under which the same long name is found again.",
      ko: "앞부분과 해시로 보관하며, 같은 긴 이름은 그것으로 다시 찾습니다.",
    },
  },
  "database.failed": {
    message: { en: "The database refused the work: {reason}.", ko: "데이터베이스가 작업을 거절했습니다: {reason}." },
    fix: {
      en: "Nothing was half-written. Please report this with the line above.",
      ko: "절반만 기록된 것은 없습니다. 위의 내용과 함께 알려 주십시오.",
    },
  },
  "backup.foreign": {
    message: {
      en: "This is not a backup of Bongsu, or one of another format version.",
      ko: "봉수의 백업이 아니거나 형식 버전이 다릅니다.",
    },
    fix: { en: "Give a file that `bongsu db backup` wrote.", ko: "`bongsu db backup`으로 만든 파일을 지정하십시오." },
  },
  "backup.damaged": {
    message: {
      en: "The backup is cut or damaged at line {line}.",
      ko: "백업이 {line}번째 줄에서 잘렸거나 손상되었습니다.",
    },
    fix: {
      en: "Nothing was restored. Take another copy of the file.",
      ko: "복원된 것은 없습니다. 다른 사본을 쓰십시오.",
    },
  },
  "backup.not-empty": {
    message: { en: "The database {place} holds data already.", ko: "데이터베이스 {place}에 이미 자료가 있습니다." },
    fix: {
      en: "Restore into a new data folder or a new database, so that nothing is overwritten.",
      ko: "덮어쓰지 않도록 새 데이터 폴더나 새 데이터베이스에 복원하십시오.",
    },
  },
});
