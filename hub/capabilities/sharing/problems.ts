import { defineProblems } from "@bongsu/base";

export const sharingProblems = defineProblems({
  "sharing.role-missing": {
    message: {
      en: "The database account {account} may not make the role bongsu_member, through which members read.",
      ko: "데이터베이스 계정 {account|은/는} 회원이 읽을 때 쓰는 역할 bongsu_member를 만들 권한이 없습니다.",
    },
    fix: {
      en: "Let an administrator of the server run once: create role bongsu_member nologin nobypassrls; grant bongsu_member to {account}; (the first only where the role is missing). Then start again.",
      ko: "서버 관리자가 한 번 실행해야 합니다: create role bongsu_member nologin nobypassrls; grant bongsu_member to {account}; (역할이 이미 있으면 두 번째만). 그런 다음 다시 시작하십시오.",
    },
  },
  "sharing.role-too-strong": {
    message: {
      en: "The database role bongsu_member stands above row-level security: every member would see everything.",
      ko: "데이터베이스 역할 bongsu_member에 행 수준 보안을 우회하는 권한이 있어 모든 회원이 모든 것을 보게 됩니다.",
    },
    fix: {
      en: "Let an administrator of the server run: alter role bongsu_member nosuperuser nobypassrls;",
      ko: "서버 관리자가 다음을 실행해야 합니다: alter role bongsu_member nosuperuser nobypassrls;",
    },
  },
});
