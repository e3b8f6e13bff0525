import type { AnyCsafRule } from "../rule.ts";
import { rule as rule6_2_1 } from "./6.2.1.ts";
import { rule as rule6_2_2 } from "./6.2.2.ts";
import { rule as rule6_2_3 } from "./6.2.3.ts";
import { rule as rule6_2_4 } from "./6.2.4.ts";
import { rule as rule6_2_5 } from "./6.2.5.ts";
import { rule as rule6_2_6 } from "./6.2.6.ts";
import { rule as rule6_2_7 } from "./6.2.7.ts";
import { rule as rule6_2_8 } from "./6.2.8.ts";
import { rule as rule6_2_9 } from "./6.2.9.ts";
import { rule as rule6_2_11 } from "./6.2.11.ts";
import { rule as rule6_2_12 } from "./6.2.12.ts";
import { rule as rule6_2_13 } from "./6.2.13.ts";
import { rule as rule6_2_14 } from "./6.2.14.ts";
import { rule as rule6_2_15 } from "./6.2.15.ts";
import { rule as rule6_2_16 } from "./6.2.16.ts";
import { rule as rule6_2_17 } from "./6.2.17.ts";
import { rule as rule6_2_18 } from "./6.2.18.ts";
import { rule as rule6_2_19 } from "./6.2.19.ts";
import { rule as rule6_2_20 } from "./6.2.20.ts";
import { rule as rule6_2_21 } from "./6.2.21.ts";
import { rule as rule6_2_22 } from "./6.2.22.ts";
import { rule as rule6_2_23 } from "./6.2.23.ts";
import { rule as rule6_2_24 } from "./6.2.24.ts";
import { rule as rule6_2_25 } from "./6.2.25.ts";
import { rule as rule6_2_26 } from "./6.2.26.ts";
import { rule as rule6_2_27 } from "./6.2.27.ts";
import { rule as rule6_2_28 } from "./6.2.28.ts";
import { rule as rule6_2_29 } from "./6.2.29.ts";
import { rule as rule6_2_30 } from "./6.2.30.ts";
import { rule as rule6_2_31 } from "./6.2.31.ts";
import { rule as rule6_2_32 } from "./6.2.32.ts";
import { rule as rule6_2_33 } from "./6.2.33.ts";
import { rule as rule6_2_34 } from "./6.2.34.ts";
import { rule as rule6_2_35 } from "./6.2.35.ts";
import { rule as rule6_2_36 } from "./6.2.36.ts";
import { rule as rule6_2_37 } from "./6.2.37.ts";
import { rule as rule6_2_38 } from "./6.2.38.ts";
import { rule as rule6_2_39_1 } from "./6.2.39.1.ts";
import { rule as rule6_2_39_2 } from "./6.2.39.2.ts";
import { rule as rule6_2_39_3 } from "./6.2.39.3.ts";
import { rule as rule6_2_39_4 } from "./6.2.39.4.ts";
import { rule as rule6_2_39_5 } from "./6.2.39.5.ts";
import { rule as rule6_2_40 } from "./6.2.40.ts";
import { rule as rule6_2_41 } from "./6.2.41.ts";
import { rule as rule6_2_42 } from "./6.2.42.ts";
import { rule as rule6_2_43 } from "./6.2.43.ts";
import { rule as rule6_2_44 } from "./6.2.44.ts";
import { rule as rule6_2_45 } from "./6.2.45.ts";
import { rule as rule6_2_46 } from "./6.2.46.ts";
import { rule as rule6_2_47 } from "./6.2.47.ts";
import { rule as rule6_2_48 } from "./6.2.48.ts";
import { rule as rule6_2_49 } from "./6.2.49.ts";
import { rule as rule6_2_50_1 } from "./6.2.50.1.ts";
import { rule as rule6_2_50_2 } from "./6.2.50.2.ts";
import { rule as rule6_2_50_3 } from "./6.2.50.3.ts";
import { rule as rule6_2_51 } from "./6.2.51.ts";
import { rule as rule6_2_52 } from "./6.2.52.ts";
import { rule as rule6_2_53 } from "./6.2.53.ts";
import { rule as rule6_2_54_1 } from "./6.2.54.1.ts";
import { rule as rule6_2_54_2 } from "./6.2.54.2.ts";
import { rule as rule6_2_54_3 } from "./6.2.54.3.ts";
import { rule as rule6_2_54_4 } from "./6.2.54.4.ts";

/** CSAF 2.1, section 6.2: the recommended tests. 6.2.10 is obsolete. */
export const recommendedRules: AnyCsafRule[] = [
  rule6_2_1,
  rule6_2_2,
  rule6_2_3,
  rule6_2_4,
  rule6_2_5,
  rule6_2_6,
  rule6_2_7,
  rule6_2_8,
  rule6_2_9,
  rule6_2_11,
  rule6_2_12,
  rule6_2_13,
  rule6_2_14,
  rule6_2_15,
  rule6_2_16,
  rule6_2_17,
  rule6_2_18,
  rule6_2_19,
  rule6_2_20,
  rule6_2_21,
  rule6_2_22,
  rule6_2_23,
  rule6_2_24,
  rule6_2_25,
  rule6_2_26,
  rule6_2_27,
  rule6_2_28,
  rule6_2_29,
  rule6_2_30,
  rule6_2_31,
  rule6_2_32,
  rule6_2_33,
  rule6_2_34,
  rule6_2_35,
  rule6_2_36,
  rule6_2_37,
  rule6_2_38,
  rule6_2_39_1,
  rule6_2_39_2,
  rule6_2_39_3,
  rule6_2_39_4,
  rule6_2_39_5,
  rule6_2_40,
  rule6_2_41,
  rule6_2_42,
  rule6_2_43,
  rule6_2_44,
  rule6_2_45,
  rule6_2_46,
  rule6_2_47,
  rule6_2_48,
  rule6_2_49,
  rule6_2_50_1,
  rule6_2_50_2,
  rule6_2_50_3,
  rule6_2_51,
  rule6_2_52,
  rule6_2_53,
  rule6_2_54_1,
  rule6_2_54_2,
  rule6_2_54_3,
  rule6_2_54_4,
];
