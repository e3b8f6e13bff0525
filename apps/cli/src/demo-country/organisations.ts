import { type DemoOrganisation, organisation } from "./organisation.ts";

/** The country in small. None of them exists. */
export const organisations: readonly DemoOrganisation[] = [
  organisation("citizen-services", "government", "KR-50", "Agency for Citizens' Digital Services", "국민생활디지털청"),
  organisation("nara-treasury", "government", "KR-50", "Nara Treasury Computing Centre", "나라살림전산원"),
  organisation("hannun-statistics", "government", "KR-30", "Hannun Statistics Office", "한눈통계조사원"),

  organisation("garam-city", "local-government", "KR-41", "Garam City", "가람시청"),
  organisation("solnae-city", "local-government", "KR-42", "Solnae City", "솔내시청"),
  organisation("daon-district", "local-government", "KR-26", "Daon District", "다온구청"),
  organisation("saebyeok-county", "local-government", "KR-46", "Saebyeokdeul County", "새벽들군청"),

  organisation("nuri-cloud", "cloud", "KR-41", "Nuri Cloud", "누리구름"),
  organisation("mirinae-cloud", "cloud", "KR-42", "Mirinae Data Centres", "미리내데이터센터"),

  organisation("ieum-telecom", "telecom", "KR-11", "Ieum Telecom", "이음텔레콤"),
  organisation("gaon-networks", "telecom", "KR-29", "Gaonnuri Networks", "가온누리통신망"),

  organisation("byeolbit-semiconductor", "semiconductor", "KR-43", "Byeolbit Semiconductor", "별빛반도체"),
  organisation("saegyeol-devices", "semiconductor", "KR-44", "Saegyeol Devices", "새결소자"),

  organisation("haedoji-power", "energy", "KR-47", "Haedoji Power", "해돋이전력"),
  organisation("hanbaram-wind", "energy", "KR-49", "Hanbaram Wind", "한바람풍력"),

  organisation("dure-bank", "finance", "KR-11", "Dure Bank", "두레은행"),
  organisation("neoul-savings", "finance", "KR-26", "Neoul Savings Bank", "너울저축은행"),
  organisation("onmaru-pay", "finance", "KR-11", "Onmaru Pay", "온마루페이"),

  organisation("malgeunnae-water", "water", "KR-30", "Malgeunnae Water", "맑은내수자원"),
  organisation("eunbit-waterworks", "water", "KR-27", "Eunbit River Waterworks", "은빛강상수도본부"),

  organisation("haneulnaru-airport", "transport", "KR-28", "Haneulnaru Airport", "하늘나루공항"),
  organisation("nubi-metro", "transport", "KR-27", "Nubi Metro", "누비도시철도"),
  organisation("badagil-port", "transport", "KR-26", "Badagil Port", "바닷길항만"),

  organisation("chambit-hospital", "health", "KR-45", "Chambit University Hospital", "참빛대학교병원"),
  organisation("neulbom-clinics", "health", "KR-48", "Neulbom Clinics", "늘봄의료원"),

  organisation("hantteut-institute", "research", "KR-30", "Hantteut Institute of Science", "한뜻과학기술원"),
  organisation("pureunsol-university", "research", "KR-45", "Pureunsol University", "푸른솔대학교"),

  organisation("saenggak-lab", "ai-lab", "KR-41", "Saenggaknamu AI Lab", "생각나무 AI 연구소"),
  organisation("malgyeol-lab", "ai-lab", "KR-11", "Malgyeol Language Lab", "말결언어지능연구소"),

  organisation("maru-shipbuilding", "industry", "KR-48", "Maru Shipbuilding", "마루조선"),
  organisation("musoe-motors", "industry", "KR-31", "Musoe Motors", "무쇠자동차"),
];
