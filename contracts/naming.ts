import { described } from "./described.ts";
import { handle, id } from "./fields.ts";

// What names a thing means the same in every operation, and is said once.

export const organisationHandle = described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" });

export const circleHandle = described(handle, { en: "handle of the circle", ko: "모임의 짧은 이름" });

export const personId = described(id, { en: "id of the person", ko: "사용자의 식별자" });

export const accountId = described(id, { en: "id of the service account", ko: "서비스 계정의 식별자" });

export const reportId = described(id, { en: "id of the report", ko: "보고의 식별자" });
