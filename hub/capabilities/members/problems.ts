import { defineProblems } from "@bongsu/base";

export const memberProblems = defineProblems({
  "members.unknown-organisation": {
    message: { en: "There is no organisation “{handle}”.", ko: "“{handle}”이라는 기관이 없습니다." },
    fix: { en: "`bongsu org list` shows all of them.", ko: "`bongsu org list`로 전체를 볼 수 있습니다." },
  },
  "members.organisation-exists": {
    message: { en: "The organisation “{handle}” is there already.", ko: "기관 “{handle|”이/가} 이미 있습니다." },
    fix: { en: "Choose another handle.", ko: "다른 이름을 쓰십시오." },
  },
  "members.invalid-handle": {
    message: { en: "“{handle}” cannot be a handle.", ko: "“{handle|”은/는} 짧은 이름으로 쓸 수 없습니다." },
    fix: {
      en: "Use 2 to 64 small letters, digits and hyphens, beginning with a letter.",
      ko: "영문 소문자, 숫자, 붙임표로 2~64자를 쓰고 글자로 시작하십시오.",
    },
  },
  "members.unknown-sector": {
    message: { en: "“{sector}” is not a sector.", ko: "“{sector|”은/는} 없는 분야입니다." },
    fix: { en: "Sectors: {known}.", ko: "분야: {known}." },
  },
  "members.unknown-region": {
    message: { en: "“{region}” is not a region of {country}.", ko: "“{region|”은/는} {country}의 지역이 아닙니다." },
    fix: { en: "Regions: {known}.", ko: "지역: {known}." },
  },
  "members.unknown-parent": {
    message: { en: "There is no organisation “{handle}” to be a part of.", ko: "상위 기관 “{handle|”이/가} 없습니다." },
    fix: { en: "Name an organisation of this hub, or none.", ko: "이 허브에 있는 기관을 쓰거나 비워 두십시오." },
  },
  "members.parent-circle": {
    message: {
      en: "“{parent}” cannot be the parent: it is a part of “{handle}” itself.",
      ko: "“{parent|”은/는} 상위 기관이 될 수 없습니다. “{handle}”에 속해 있습니다.",
    },
    fix: { en: "Choose an organisation outside of it.", ko: "그 바깥의 기관을 고르십시오." },
  },
  "members.not-permitted-field": {
    message: {
      en: "Only the hub's administrators change this: {fields}.",
      ko: "허브 관리자만 바꿀 수 있는 항목입니다: {fields}.",
    },
    fix: { en: "Leave it out, or ask the hub's administrators.", ko: "빼고 보내거나 허브 관리자에게 요청하십시오." },
  },
  "members.invalid-domain": {
    message: { en: "“{domain}” is not a domain name.", ko: "“{domain|”은/는} 도메인 이름이 아닙니다." },
    fix: {
      en: "Write it as example.kr, without http:// or a path.",
      ko: "example.kr처럼 http://나 경로 없이 쓰십시오.",
    },
  },
  "members.domain-exists": {
    message: { en: "The domain {domain} is there already.", ko: "도메인 {domain|이/가} 이미 있습니다." },
    fix: { en: "Check it, or remove it first.", ko: "확인을 진행하거나 먼저 삭제하십시오." },
  },
  "members.domain-taken": {
    message: {
      en: "The domain {domain} is verified for another organisation.",
      ko: "도메인 {domain|은/는} 다른 기관의 것으로 확인되어 있습니다.",
    },
    fix: { en: "Clear it up with the hub's administrators.", ko: "허브 관리자와 확인하십시오." },
  },
  "members.unknown-domain": {
    message: { en: "The organisation has no domain {domain}.", ko: "이 기관에 도메인 {domain|이/가} 없습니다." },
    fix: { en: "Add it first.", ko: "먼저 추가하십시오." },
  },
  "members.too-many-domains": {
    message: { en: "An organisation has at most {limit} domains.", ko: "기관의 도메인은 {limit}개까지입니다." },
    fix: { en: "Remove one first.", ko: "먼저 하나를 삭제하십시오." },
  },
  "members.own-client": {
    message: { en: "An organisation cannot be its own client.", ko: "자기 기관을 고객으로 둘 수 없습니다." },
    fix: { en: "Name another organisation.", ko: "다른 기관을 쓰십시오." },
  },
  "members.already-client": {
    message: {
      en: "“{client}” is a client already, or was asked.",
      ko: "“{client|”은/는} 이미 고객이거나 요청을 받았습니다.",
    },
    fix: { en: "Wait for its administrator's answer.", ko: "그 기관 관리자의 답을 기다리십시오." },
  },
  "members.unknown-client": {
    message: { en: "There is no such relation with “{handle}”.", ko: "“{handle|”과/와} 그런 관계가 없습니다." },
    fix: { en: "List the clients and providers.", ko: "고객·제공 기관 목록을 확인하십시오." },
  },
  "members.unknown-request": {
    message: { en: "“{provider}” has not asked.", ko: "“{provider}”의 요청이 없습니다." },
    fix: { en: "List the providers.", ko: "제공 기관 목록을 확인하십시오." },
  },
});

export const circleProblems = defineProblems({
  "circles.unknown-circle": {
    message: { en: "There is no circle “{circle}”.", ko: "“{circle}”이라는 모임이 없습니다." },
    fix: { en: "List the circles that you may see.", ko: "볼 수 있는 모임의 목록을 확인하십시오." },
  },
  "circles.circle-exists": {
    message: { en: "The circle “{circle}” is there already.", ko: "모임 “{circle|”이/가} 이미 있습니다." },
    fix: { en: "Choose another handle.", ko: "다른 이름을 쓰십시오." },
  },
  "circles.not-permitted": {
    message: {
      en: "You act for no organisation that may do this in the circle.",
      ko: "이 모임에서 이 일을 할 수 있는 기관을 대표하지 않습니다.",
    },
    fix: {
      en: "An administrator of an organisation that administers the circle may.",
      ko: "모임을 관리하는 기관의 관리자가 할 수 있습니다.",
    },
  },
  "circles.not-permitted-outside": {
    message: { en: "Only the circle's members see this.", ko: "모임의 구성원만 볼 수 있습니다." },
    fix: { en: "Ask to join the circle.", ko: "모임 가입을 요청하십시오." },
  },
  "circles.already-in": {
    message: { en: "“{organisation}” is in the circle already.", ko: "“{organisation|”은/는} 이미 모임에 있습니다." },
    fix: { en: "Nothing needs to be done.", ko: "더 할 일이 없습니다." },
  },
  "circles.already-waiting": {
    message: {
      en: "“{organisation}” was invited or asks to join already.",
      ko: "“{organisation|”은/는} 이미 초대되었거나 가입을 요청했습니다.",
    },
    fix: { en: "Accept or decline what waits.", ko: "대기 중인 것을 수락하거나 거절하십시오." },
  },
  "circles.unknown-invitation": {
    message: {
      en: "“{organisation}” was not invited and does not ask to join.",
      ko: "“{organisation}”의 초대나 가입 요청이 없습니다.",
    },
    fix: { en: "Invite it first.", ko: "먼저 초대하십시오." },
  },
  "circles.unknown-member": {
    message: { en: "“{organisation}” is not in the circle.", ko: "“{organisation|”은/는} 모임에 없습니다." },
    fix: { en: "List the circle's members.", ko: "모임의 구성 기관을 확인하십시오." },
  },
  "circles.last-administrator": {
    message: {
      en: "The circle's last administrator cannot go without a successor.",
      ko: "모임의 마지막 관리자는 후임 없이 물러날 수 없습니다.",
    },
    fix: {
      en: "Make another organisation administrator first; a circle without other members can be removed.",
      ko: "먼저 다른 기관을 관리자로 지정하십시오. 다른 구성원이 없는 모임은 삭제할 수 있습니다.",
    },
  },
  "circles.still-in-use": {
    message: { en: "Other organisations are still in the circle.", ko: "다른 기관이 아직 모임에 있습니다." },
    fix: { en: "Remove them first.", ko: "먼저 그 기관들을 제외하십시오." },
  },
});

export const peopleProblems = defineProblems({
  "people.unknown-person": {
    message: { en: "There is no such person here.", ko: "여기에 그런 사용자가 없습니다." },
    fix: {
      en: "Who is new is invited by e-mail; list the organisation's people.",
      ko: "새 사용자는 이메일로 초대합니다. 기관의 사용자 목록을 확인하십시오.",
    },
  },
  "people.unknown-membership": {
    message: { en: "They do not hold this role here: {role}.", ko: "여기서 그 역할을 갖고 있지 않습니다: {role}." },
    fix: { en: "List the organisation's people.", ko: "기관의 사용자 목록을 확인하십시오." },
  },
  "people.not-permitted-role": {
    message: {
      en: "Only the hub's administrators give or take this role: {role}.",
      ko: "허브 관리자만 주거나 회수할 수 있는 역할입니다: {role}.",
    },
    fix: { en: "Ask the hub's administrators.", ko: "허브 관리자에게 요청하십시오." },
  },
  "people.sector-needed": {
    message: {
      en: "A sector coordinator needs a sector, and no other role has one.",
      ko: "분야는 분야 조정자에게만, 그리고 반드시 필요합니다.",
    },
    fix: { en: "Give `sector` with this role only.", ko: "이 역할일 때만 `sector`를 쓰십시오." },
  },
  "people.consent-needed": {
    message: {
      en: "The hub administrator's role is given by two people.",
      ko: "허브 관리자 역할은 두 사람이 함께 부여합니다.",
    },
    fix: {
      en: "Request it with people.appointAdministrator; a second administrator consents.",
      ko: "people.appointAdministrator로 요청하면 다른 허브 관리자가 승인합니다.",
    },
  },
  "people.already-administrator": {
    message: { en: "They are a hub administrator already.", ko: "이미 허브 관리자입니다." },
    fix: { en: "Nothing needs to be done.", ko: "더 할 일이 없습니다." },
  },
  "people.last-hub-administrator": {
    message: {
      en: "The hub would be left without an administrator.",
      ko: "허브에 관리자가 한 명도 남지 않게 됩니다.",
    },
    fix: { en: "Appoint another hub administrator first.", ko: "먼저 다른 허브 관리자를 지정하십시오." },
  },
  "people.last-organisation-administrator": {
    message: {
      en: "The organisation would be left without an administrator.",
      ko: "기관에 관리자가 한 명도 남지 않게 됩니다.",
    },
    fix: {
      en: "Make somebody else its administrator first, or ask the hub's administrators.",
      ko: "먼저 다른 기관 관리자를 지정하거나 허브 관리자에게 요청하십시오.",
    },
  },
});

export const keyProblems = defineProblems({
  "keys.unknown-account": {
    message: { en: "The organisation has no such service account.", ko: "이 기관에 그런 서비스 계정이 없습니다." },
    fix: { en: "List the service accounts.", ko: "서비스 계정 목록을 확인하십시오." },
  },
  "keys.unknown-key": {
    message: { en: "The organisation has no such API key.", ko: "이 기관에 그런 API 키가 없습니다." },
    fix: { en: "List the service account's keys.", ko: "서비스 계정의 키 목록을 확인하십시오." },
  },
  "keys.account-exists": {
    message: { en: "A service account “{name}” is there already.", ko: "서비스 계정 “{name|”이/가} 이미 있습니다." },
    fix: { en: "Choose another name.", ko: "다른 이름을 쓰십시오." },
  },
  "keys.account-disabled": {
    message: { en: "The service account is disabled.", ko: "서비스 계정이 중지되어 있습니다." },
    fix: { en: "Enable it first.", ko: "먼저 재개하십시오." },
  },
  "keys.role-too-high": {
    message: {
      en: "A service account cannot have more rights than whoever makes it.",
      ko: "서비스 계정은 만든 사람보다 높은 권한을 가질 수 없습니다.",
    },
    fix: { en: "Choose a lower role.", ko: "더 낮은 역할을 고르십시오." },
  },
  "keys.too-many-accounts": {
    message: {
      en: "An organisation has at most {limit} service accounts.",
      ko: "서비스 계정은 기관마다 {limit}개까지입니다.",
    },
    fix: { en: "Use one that is there.", ko: "있는 계정을 쓰십시오." },
  },
  "keys.too-many-keys": {
    message: {
      en: "A service account has at most {limit} working keys.",
      ko: "유효한 키는 계정마다 {limit}개까지입니다.",
    },
    fix: { en: "Revoke those that nobody uses.", ko: "쓰지 않는 키를 폐기하십시오." },
  },
  "keys.invalid-scope": {
    message: { en: "There is no capability for the scope {scope}.", ko: "범위 {scope}에 해당하는 기능이 없습니다." },
    fix: {
      en: "The permissions page names the scope of each operation.",
      ko: "권한 화면에서 기능별 범위를 확인하십시오.",
    },
  },
  "keys.already-replaced": {
    message: { en: "The key was replaced or revoked already.", ko: "이미 교체되었거나 폐기된 키입니다." },
    fix: { en: "Rotate the newer one.", ko: "새 키를 교체하십시오." },
  },
  "keys.not-permitted": {
    message: {
      en: "A machine replaces the key that it uses, and no other.",
      ko: "서비스 계정은 자기가 쓰는 키만 교체할 수 있습니다.",
    },
    fix: { en: "Ask an administrator of the organisation.", ko: "기관 관리자에게 요청하십시오." },
  },
  "keys.not-permitted-to-machines": {
    message: { en: "Only a person may do this.", ko: "사람만 할 수 있습니다." },
    fix: { en: "Sign in as an administrator of the organisation.", ko: "기관 관리자로 로그인하십시오." },
  },
});
