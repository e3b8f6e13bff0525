import { defineProblems } from "@bongsu/base";

/** What can stand between two hubs that share by bundle. */
export const bundlesProblems = defineProblems({
  "bundles.unknown-hub": {
    message: {
      en: "“{hub}” is not a hub that this one trusts.",
      ko: "“{hub|”은/는} 이 허브가 신뢰하는 허브가 아닙니다.",
    },
    fix: {
      en: "`bongsu bundle trusted` shows them. A new one is trusted by its key file: `bongsu bundle trust`.",
      ko: "`bongsu bundle trusted`로 전체를 볼 수 있습니다. 새 허브는 키 파일로 등록합니다: `bongsu bundle trust`.",
    },
  },
  "bundles.own-key": {
    message: { en: "This is this hub's own key.", ko: "이 허브 자신의 키입니다." },
    fix: { en: "Give the other hub's key file.", ko: "상대 허브의 키 파일을 지정하십시오." },
  },
  "bundles.not-for-us": {
    message: {
      en: "The bundle was made for the hub {recipient}, not for this one.",
      ko: "번들이 이 허브가 아니라 {recipient} 허브를 위해 만들어졌습니다.",
    },
    fix: {
      en: "Nothing was taken from it. Ask for a bundle that is made for this hub's key (`bongsu bundle key`).",
      ko: "가져온 내용은 없습니다. 이 허브의 키(`bongsu bundle key`)로 만든 번들을 요청하십시오.",
    },
  },
  "bundles.replayed": {
    message: {
      en: "The bundle has the number {sequence}; number {last} of that hub was taken already.",
      ko: "번들의 번호가 {sequence}인데, 그 허브의 {last}번 번들을 이미 가져왔습니다.",
    },
    fix: {
      en: "Take the newest one. With --replay it is taken all the same: what is newer here stays as it is.",
      ko: "가장 새 번들을 쓰십시오. --replay를 주면 그래도 가져오며, 더 새로운 내용은 그대로 남습니다.",
    },
  },
  "bundles.gap": {
    message: {
      en: "The bundle {sequence} goes on from number {missing}, which was not taken here; the last one taken is {last}.",
      ko: "번들 {sequence|은/는} {missing}번에서 이어지는데 그 번들을 가져온 적이 없습니다. 마지막으로 가져온 번호는 {last}입니다.",
    },
    fix: {
      en: "Take number {missing} first, or ask for a full bundle. With --allow-gap it is taken without what lies between.",
      ko: "{missing}번을 먼저 가져오거나 전체 번들을 요청하십시오. --allow-gap을 주면 사이의 내용 없이 가져옵니다.",
    },
  },
  "bundles.unknown-bundle": {
    message: {
      en: "This hub did not make the bundle {bundle} for that recipient, or did not finish it.",
      ko: "이 허브가 그 수신 허브를 위해 만든 번들 {bundle|이/가} 없거나 완성되지 않았습니다.",
    },
    fix: {
      en: "`bongsu bundle list` shows what was made for whom. Without --since everything is exported.",
      ko: "`bongsu bundle list`로 누구를 위해 무엇을 만들었는지 볼 수 있습니다. --since 없이 하면 전체를 내보냅니다.",
    },
  },
  "bundles.part-in-the-way": {
    message: {
      en: "There is a file from another, interrupted export.",
      ko: "중단된 다른 내보내기의 파일이 있습니다.",
    },
    fix: {
      en: "Repeat that export with the same options to go on with it, or remove the file.",
      ko: "같은 선택 사항으로 그 내보내기를 다시 실행해 이어 가거나 파일을 지우십시오.",
    },
  },
  "bundles.file-exists": {
    message: { en: "There is such a file already.", ko: "같은 이름의 파일이 이미 있습니다." },
    fix: { en: "Name another: nothing is overwritten.", ko: "다른 이름을 쓰십시오. 덮어쓰지 않습니다." },
  },
  "bundles.must-be-sealed": {
    message: {
      en: "The bundle would carry {marking} in the clear.",
      ko: "번들에 {marking} 내용이 암호화되지 않은 채 담기게 됩니다.",
    },
    fix: {
      en: "Trust the recipient by its key file, so that the bundle can be encrypted to it; or give --plain, which is audited.",
      ko: "수신 허브를 키 파일로 등록하면 암호화할 수 있습니다. --plain을 주면 평문으로 쓰고 감사 기록에 남습니다.",
    },
  },
  "bundles.role-of-marking": {
    message: {
      en: "“{marking}” cannot be the narrowest marking for a hub.",
      ko: "“{marking|”은/는} 허브의 최고 표시로 쓸 수 없습니다.",
    },
    fix: {
      en: "Use CLEAR, GREEN, AMBER or AMBER+STRICT. RED never travels.",
      ko: "CLEAR, GREEN, AMBER, AMBER+STRICT 가운데 하나를 쓰십시오. RED는 나가지 않습니다.",
    },
  },
  "bundles.unknown-file": {
    message: {
      en: "The file of the bundle {bundle} is not here.",
      ko: "번들 {bundle}의 파일이 여기에 없습니다.",
    },
    fix: {
      en: "Only bundles that were made on approval can be downloaded, from the machine that made them, until they are cleared away.",
      ko: "승인을 받아 만든 번들만, 만든 기계에서, 치우기 전까지 내려받을 수 있습니다.",
    },
  },
  "bundles.record-invalid": {
    severity: "warning",
    message: { en: "The record is not as it must be: {reason}.", ko: "기록의 형식이 올바르지 않습니다: {reason}." },
    fix: { en: "Tell the hub that made the bundle.", ko: "번들을 만든 허브에 알리십시오." },
  },
  "bundles.marking-too-narrow": {
    severity: "warning",
    message: {
      en: "It is marked {marking}, which is narrower than what may come from that hub.",
      ko: "{marking} 표시가 그 허브에서 받을 수 있는 범위보다 좁습니다.",
    },
    fix: {
      en: "Allow it with `bongsu bundle trust --max`, then take the bundle again with --replay.",
      ko: "`bongsu bundle trust --max`로 허용한 뒤 --replay로 번들을 다시 가져오십시오.",
    },
  },
  "bundles.nobody-here": {
    severity: "warning",
    message: {
      en: "It is for organisations that this hub does not know as: {audience}.",
      ko: "이 허브가 모르는 이름의 기관을 위한 내용입니다: {audience}.",
    },
    fix: {
      en: "Say which organisation that is with `bongsu bundle trust --represents`, then take the bundle again with --replay.",
      ko: "`bongsu bundle trust --represents`로 어느 기관인지 지정한 뒤 --replay로 번들을 다시 가져오십시오.",
    },
  },
  "bundles.overtaken": {
    severity: "info",
    message: { en: "Something newer was taken before.", ko: "더 새로운 내용을 이미 가져왔습니다." },
    fix: { en: "Nothing has to be done.", ko: "할 일은 없습니다." },
  },
});
