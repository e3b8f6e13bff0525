import { defineProblems } from "@bongsu/base";

/** What can go wrong on this side of the way to a hub. */
export const clientProblems = defineProblems({
  "client.unreachable": {
    message: { en: "The hub at {url} does not answer: {reason}.", ko: "{url}의 허브가 응답하지 않습니다: {reason}." },
    fix: {
      en: "Check the address and the network, then try again.",
      ko: "주소와 네트워크를 확인한 뒤 다시 시도하십시오.",
    },
  },
  "client.timed-out": {
    message: {
      en: "The hub at {url} did not answer within {seconds} seconds.",
      ko: "{url}의 허브가 {seconds}초 안에 응답하지 않았습니다.",
    },
    fix: { en: "Try again, or allow more time.", ko: "다시 시도하거나 제한 시간을 늘리십시오." },
  },
  "client.not-a-hub": {
    message: {
      en: "What {url} answers (status {status}) is not a hub's answer.",
      ko: "{url}의 응답(상태 {status})은 허브의 응답이 아닙니다.",
    },
    fix: {
      en: "Check that the address is a hub's, and that no proxy answers in its place.",
      ko: "허브의 주소가 맞는지, 프록시가 대신 답하는 것은 아닌지 확인하십시오.",
    },
  },
  "client.unknown-answer": {
    message: {
      en: "The answer to {operation} is not as this client knows it: {reason}.",
      ko: "{operation}의 응답이 이 클라이언트가 아는 형식과 다릅니다: {reason}.",
    },
    fix: {
      en: "The hub is probably of another version: use the client of the same version.",
      ko: "허브의 버전이 다를 수 있습니다. 같은 버전의 클라이언트를 쓰십시오.",
    },
  },
  "client.invalid-path": {
    message: {
      en: "“{value}” cannot stand in the address as {field}.",
      ko: "“{value}” 값은 주소의 {field} 자리에 쓸 수 없습니다.",
    },
    fix: { en: "Give the handle or the id of the thing.", ko: "짧은 이름이나 식별자를 지정하십시오." },
  },
  "client.invalid-url": {
    message: { en: "“{url}” is not the address of a hub.", ko: "“{url|”은/는} 허브의 주소가 아닙니다." },
    fix: { en: "Write it as https://hub.example.org.", ko: "https://hub.example.org처럼 쓰십시오." },
  },
});
