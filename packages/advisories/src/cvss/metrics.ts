/** Versions of CVSS that FIRST has published and that are still met. */
export type CvssVersion = "2.0" | "3.0" | "3.1" | "4.0";

/** One metric: its name and the values that it may take. */
type Metric = readonly [name: string, values: readonly string[]];

export interface VectorGrammar {
  /** What a vector begins with; CVSS 2 has nothing. */
  prefix: string;
  /** All metrics, in the specification's order; the first `mandatory` of them must be there. */
  metrics: readonly Metric[];
  mandatory: number;
  /** Whether the order is part of the grammar (CVSS 4.0 §7); else any order is read. */
  ordered: boolean;
}

const metrics = (text: string): Metric[] =>
  text
    .trim()
    .split(/\s+/)
    .map((part) => {
      const [name = "", values = ""] = part.split(":");
      return [name, values.split(",")];
    });

const version3 = metrics(`
  AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:N,L,H I:N,L,H A:N,L,H
  E:X,U,P,F,H RL:X,O,T,W,U RC:X,U,R,C CR:X,L,M,H IR:X,L,M,H AR:X,L,M,H
  MAV:X,N,A,L,P MAC:X,L,H MPR:X,N,L,H MUI:X,N,R MS:X,U,C MC:X,N,L,H MI:X,N,L,H MA:X,N,L,H`);

/** CVSS 2 guide §2, CVSS 3.0 and 3.1 §6, CVSS 4.0 §7 (table 23). */
export const grammars: Record<CvssVersion, VectorGrammar> = {
  "2.0": {
    prefix: "",
    metrics: metrics(`
      AV:L,A,N AC:H,M,L Au:M,S,N C:N,P,C I:N,P,C A:N,P,C
      E:U,POC,F,H,ND RL:OF,TF,W,U,ND RC:UC,UR,C,ND
      CDP:N,L,LM,MH,H,ND TD:N,L,M,H,ND CR:L,M,H,ND IR:L,M,H,ND AR:L,M,H,ND`),
    mandatory: 6,
    ordered: false,
  },
  "3.0": { prefix: "CVSS:3.0/", metrics: version3, mandatory: 8, ordered: false },
  "3.1": { prefix: "CVSS:3.1/", metrics: version3, mandatory: 8, ordered: false },
  "4.0": {
    prefix: "CVSS:4.0/",
    metrics: metrics(`
      AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N
      E:X,A,P,U CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L
      MAV:X,N,A,L,P MAC:X,L,H MAT:X,N,P MPR:X,N,L,H MUI:X,N,P,A MVC:X,H,L,N MVI:X,H,L,N MVA:X,H,L,N
      MSC:X,H,L,N MSI:X,S,H,L,N MSA:X,S,H,L,N
      S:X,N,P AU:X,N,Y R:X,A,U,I V:X,D,C RE:X,L,M,H U:X,Clear,Green,Amber,Red`),
    mandatory: 11,
    ordered: true,
  },
};
