/**
 * What the most used passwords are made of: words of leaked lists, English and Korean, the latter also as they come out
 * when typed with the Korean layout on Latin keys. Small letters; digits and signs around them do not help.
 */
export const commonWords: readonly string[] = `
password passwd passw0rd pass word letmein welcome admin administrator root user guest login master monkey dragon
football baseball basketball soccer hockey sunshine princess superman batman spiderman pokemon starwars trustno
iloveyou loveme lovely love whatever freedom shadow michael jordan jennifer jessica ashley daniel charlie thomas
andrew matthew joshua robert hunter ranger buster tigger pepper ginger cookie summer winter spring autumn flower
computer internet secret private access default changeme change temp temporary test testing demo sample example
system server database oracle mysql postgres service support manager office company business security secure
qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsx edc qaz zaq azerty qwer qweasd qweasdzxc
abc abcd abcde abcdef abcdefg abcdefgh google facebook samsung galaxy iphone apple windows microsoft linux ubuntu
naver kakao daum hyundai korea korean seoul busan daehan minkuk hanguk arirang taegeuk
sarang saranghae annyeong gamsa hello world hello123 god jesus christ angel heaven blessed family mother father
babygirl baby angel lucky happy smile friend friends forever chocolate banana orange purple yellow silver golden
mustang corvette ferrari porsche mercedes harley yamaha killer ninja samurai warrior matrix phoenix thunder
liverpool arsenal chelsea manchester barcelona juventus dodgers yankees lakers eagles cowboys steelers
monday tuesday wednesday thursday friday saturday sunday january february march april june july august
september october november december correct horse battery staple correcthorsebatterystaple
dkssud dkssudgktpdy tkfkd tkfkdgo tkfkdgody qlalf qlalfqjsgh qlqjs rhksflwk eogksalsrnr gksrnr tjdnf akstp wkfskrk
dlsxjspt cjstk dkfkdl rkawk dudnjs alsrnr dhkdwk rhddb wjdqh qhdks qhswl
`
  .split(/\s+/)
  .filter((word) => word !== "");

/** Rows that fingers run along. */
export const runs: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "1q2w3e4r5t6y7u8i9o0p",
];
