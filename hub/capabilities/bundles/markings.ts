import { compareTlp, type Tlp } from "@bongsu/markings";

/** The markings that may travel between hubs, from wide to narrow. */
export const carried = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT"] as const satisfies readonly Tlp[];

export type Carried = (typeof carried)[number];

export const isCarried = (label: string): label is Carried => carried.some((one) => one === label);

/** Those that are not narrower than the given one. */
export const upTo = (highest: Carried): Carried[] => carried.filter((one) => compareTlp(one, highest) <= 0);

export const narrowest = (labels: readonly Carried[]): Carried => [...labels].sort(compareTlp).at(-1) ?? "CLEAR";

export const wider = (a: Carried, b: Carried): Carried => (compareTlp(a, b) <= 0 ? a : b);
