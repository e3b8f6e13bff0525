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
  "sharing.not-yours": {
    message: {
      en: "You do not act for this organisation.",
      ko: "이 기관을 대신하여 공유할 수 없습니다.",
    },
    fix: { en: "Choose an organisation to which you belong.", ko: "소속된 기관을 고르십시오." },
  },
  "sharing.invalid-draft": {
    message: {
      en: "This cannot be the report's {field}; possible: {known}.",
      ko: "보고의 {field}에 쓸 수 없는 값입니다. 쓸 수 있는 값: {known}.",
    },
    fix: { en: "Correct {field} and send it again.", ko: "{field|을/를} 고쳐 다시 보내십시오." },
  },
  "sharing.unknown-report": {
    message: { en: "There is no report {id}.", ko: "보고 {id|이/가} 없습니다." },
    fix: {
      en: "It may have been narrowed or never shared with you. The list shows those that you may see.",
      ko: "공유 범위가 좁혀졌거나 처음부터 공유되지 않았을 수 있습니다. 목록에서 볼 수 있는 보고를 확인하십시오.",
    },
  },
  "sharing.not-owner": {
    message: {
      en: "Only the organisation that shared the report may change it.",
      ko: "보고를 공유한 기관만 변경할 수 있습니다.",
    },
    fix: {
      en: "Ask its owner, or request a wider marking.",
      ko: "소유 기관에 요청하거나 공유 범위 확대를 신청하십시오.",
    },
  },
  "sharing.withdrawn": {
    message: { en: "The report was withdrawn.", ko: "철회된 보고입니다." },
    fix: { en: "Share a new one.", ko: "새 보고를 공유하십시오." },
  },
  "sharing.unknown-reference": {
    message: {
      en: "The report points to {target}, which is not there.",
      ko: "보고가 가리키는 {target|이/가} 없습니다.",
    },
    fix: { en: "Remove the reference or correct it.", ko: "참조를 지우거나 고치십시오." },
  },
  "sharing.unknown-circle": {
    message: {
      en: "Your organisation is in no circle “{name}”.",
      ko: "소속 기관이 속한 공유 그룹 “{name|”이/가} 없습니다.",
    },
    fix: { en: "Choose one of its circles, or ask to join.", ko: "소속된 공유 그룹을 고르거나 가입을 신청하십시오." },
  },
  "sharing.unknown-audience": {
    message: { en: "There is no active organisation “{name}”.", ko: "활동 중인 기관 “{name|”이/가} 없습니다." },
    fix: { en: "Choose organisations of the directory.", ko: "기관 목록에서 고르십시오." },
  },
  "sharing.unknown-person": {
    message: { en: "There is no member “{name}”.", ko: "회원 “{name|”이/가} 없습니다." },
    fix: {
      en: "Give the address with which the person signs in.",
      ko: "그 사람이 로그인할 때 쓰는 주소를 적으십시오.",
    },
  },
  "sharing.audience-too-long": {
    message: {
      en: "An audience names at most {most} of a kind.",
      ko: "공유 대상은 종류마다 {most}개까지 지정할 수 있습니다.",
    },
    fix: { en: "Use a circle.", ko: "공유 그룹을 쓰십시오." },
  },
  "sharing.embargo-past": {
    message: { en: "The embargo would be over already.", ko: "엠바고 시각이 이미 지났습니다." },
    fix: {
      en: "Give a time to come, with its time zone, or none.",
      ko: "시간대를 포함한 앞으로의 시각을 적거나 비워 두십시오.",
    },
  },
  "sharing.reaches-nobody": {
    message: {
      en: "TLP:RED without an author and without names reaches nobody.",
      ko: "작성자도 지정된 사람도 없는 TLP:RED는 아무도 볼 수 없습니다.",
    },
    fix: { en: "Name the people who should see it.", ko: "볼 사람을 지정하십시오." },
  },
  "sharing.changed-meanwhile": {
    message: {
      en: "The report was changed after the wider marking was asked for.",
      ko: "공유 범위 확대를 신청한 뒤 보고가 변경되었습니다.",
    },
    fix: { en: "Look at it as it is now, and ask again.", ko: "현재 내용을 확인하고 다시 신청하십시오." },
  },
  "sharing.consent-missing": {
    message: {
      en: "A wider marking needs two people's consent, one of them of the owner; both must see the report.",
      ko: "공유 범위를 넓히려면 보고를 볼 수 있는 두 사람의 승인이 필요하며, 그 가운데 한 명은 소유 기관 소속이어야 합니다.",
    },
    fix: { en: "Let another person decide.", ko: "다른 사람의 결정을 받으십시오." },
  },
  "sharing.narrows-already": {
    message: { en: "This marking is not wider.", ko: "공유 범위가 넓어지지 않습니다." },
    fix: { en: "The owner may set it at once.", ko: "소유 기관이 바로 적용할 수 있습니다." },
  },
});
