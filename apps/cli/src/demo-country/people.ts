import type { Text } from "@bongsu/base";
import type { Role } from "@bongsu/contracts";

/** Somebody of the demo's country, in one organisation (its handle). */
export interface DemoPerson {
  organisation: string;
  name: Text;
  roles: readonly Role[];
}

const person = (organisation: string, en: string, ko: string, ...roles: Role[]): DemoPerson => ({
  organisation,
  name: { en, ko },
  roles,
});

/** One for each organisation that acts in the demo; the hub itself has two administrators, as it should. */
export const people: readonly DemoPerson[] = [
  person(
    "bonghwa-cert",
    "Seo Garam",
    "서가람",
    "hub-administrator",
    "national-coordinator",
    "organisation-administrator",
  ),
  person("geoul-audit", "Nam Daol", "남다올", "auditor", "organisation-administrator"),
  person("garam-city", "Ha Sol", "하솔", "organisation-administrator"),
  person("dure-bank", "Ma Raon", "마라온", "organisation-administrator"),
  person("ieum-telecom", "Do Hanbyeol", "도한별", "organisation-administrator"),
  person("saenggak-lab", "Yeo Narae", "여나래", "organisation-administrator"),
  person("nuri-cloud", "Gu Maru", "구마루", "organisation-administrator"),
  person("nuri-cloud", "Tak Iseul", "탁이슬", "hub-administrator"),
];

/** Reserved for examples (RFC 2606 §3): no letter of the demo can reach anybody. */
export const emailOf = ({ organisation, name }: DemoPerson): string =>
  `${name.en.toLowerCase().replaceAll(" ", ".")}@${organisation}.example.org`;
