import { type DemoOrganisation, organisation } from "./organisation.ts";

/** Who looks after the hub of the demo and over its shoulder. They send no inventories. */
export const overseers: readonly DemoOrganisation[] = [
  organisation("bonghwa-cert", "government", "KR-11", "Bonghwa National CERT", "봉화국가침해사고대응원"),
  organisation("geoul-audit", "government", "KR-50", "Geoul Audit Office", "거울감사원"),
];
