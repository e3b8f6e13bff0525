import type { AnyCsafRule } from "../rule.ts";
import { rule as rule6_1_1 } from "./6.1.1.ts";
import { rule as rule6_1_2 } from "./6.1.2.ts";
import { rule as rule6_1_3 } from "./6.1.3.ts";
import { rule as rule6_1_4 } from "./6.1.4.ts";
import { rule as rule6_1_5 } from "./6.1.5.ts";
import { rule as rule6_1_6 } from "./6.1.6.ts";
import { rule as rule6_1_7 } from "./6.1.7.ts";
import { rule as rule6_1_8 } from "./6.1.8.ts";
import { rule as rule6_1_9 } from "./6.1.9.ts";
import { rule as rule6_1_10 } from "./6.1.10.ts";
import { rule as rule6_1_11 } from "./6.1.11.ts";
import { rule as rule6_1_12 } from "./6.1.12.ts";
import { rule as rule6_1_13 } from "./6.1.13.ts";
import { rule as rule6_1_14 } from "./6.1.14.ts";
import { rule as rule6_1_15 } from "./6.1.15.ts";
import { rule as rule6_1_16 } from "./6.1.16.ts";
import { rule as rule6_1_17 } from "./6.1.17.ts";
import { rule as rule6_1_18 } from "./6.1.18.ts";
import { rule as rule6_1_19 } from "./6.1.19.ts";
import { rule as rule6_1_20 } from "./6.1.20.ts";
import { rule as rule6_1_21 } from "./6.1.21.ts";
import { rule as rule6_1_22 } from "./6.1.22.ts";
import { rule as rule6_1_23 } from "./6.1.23.ts";
import { rule as rule6_1_24 } from "./6.1.24.ts";
import { rule as rule6_1_25 } from "./6.1.25.ts";
import { rule as rule6_1_26 } from "./6.1.26.ts";
import { rule as rule6_1_27_1 } from "./6.1.27.1.ts";
import { rule as rule6_1_27_2 } from "./6.1.27.2.ts";
import { rule as rule6_1_27_3 } from "./6.1.27.3.ts";
import { rule as rule6_1_27_4 } from "./6.1.27.4.ts";
import { rule as rule6_1_27_5 } from "./6.1.27.5.ts";
import { rule as rule6_1_27_6 } from "./6.1.27.6.ts";
import { rule as rule6_1_27_7 } from "./6.1.27.7.ts";
import { rule as rule6_1_27_8 } from "./6.1.27.8.ts";
import { rule as rule6_1_27_9 } from "./6.1.27.9.ts";
import { rule as rule6_1_27_10 } from "./6.1.27.10.ts";
import { rule as rule6_1_27_11 } from "./6.1.27.11.ts";
import { rule as rule6_1_27_12 } from "./6.1.27.12.ts";
import { rule as rule6_1_27_13 } from "./6.1.27.13.ts";
import { rule as rule6_1_27_14 } from "./6.1.27.14.ts";
import { rule as rule6_1_27_15 } from "./6.1.27.15.ts";
import { rule as rule6_1_27_16 } from "./6.1.27.16.ts";
import { rule as rule6_1_27_17 } from "./6.1.27.17.ts";
import { rule as rule6_1_27_18 } from "./6.1.27.18.ts";
import { rule as rule6_1_27_19 } from "./6.1.27.19.ts";
import { rule as rule6_1_28 } from "./6.1.28.ts";
import { rule as rule6_1_29 } from "./6.1.29.ts";
import { rule as rule6_1_30 } from "./6.1.30.ts";
import { rule as rule6_1_31 } from "./6.1.31.ts";
import { rule as rule6_1_32 } from "./6.1.32.ts";
import { rule as rule6_1_33 } from "./6.1.33.ts";
import { rule as rule6_1_34 } from "./6.1.34.ts";
import { rule as rule6_1_35 } from "./6.1.35.ts";
import { rule as rule6_1_36 } from "./6.1.36.ts";
import { rule as rule6_1_37 } from "./6.1.37.ts";
import { rule as rule6_1_38 } from "./6.1.38.ts";
import { rule as rule6_1_39 } from "./6.1.39.ts";
import { rule as rule6_1_40 } from "./6.1.40.ts";
import { rule as rule6_1_41 } from "./6.1.41.ts";
import { rule as rule6_1_42 } from "./6.1.42.ts";
import { rule as rule6_1_43 } from "./6.1.43.ts";
import { rule as rule6_1_44 } from "./6.1.44.ts";
import { rule as rule6_1_45 } from "./6.1.45.ts";
import { rule as rule6_1_46 } from "./6.1.46.ts";
import { rule as rule6_1_47 } from "./6.1.47.ts";
import { rule as rule6_1_48 } from "./6.1.48.ts";
import { rule as rule6_1_49 } from "./6.1.49.ts";
import { rule as rule6_1_50 } from "./6.1.50.ts";
import { rule as rule6_1_51 } from "./6.1.51.ts";
import { rule as rule6_1_52 } from "./6.1.52.ts";
import { rule as rule6_1_53 } from "./6.1.53.ts";
import { rule as rule6_1_54 } from "./6.1.54.ts";
import { rule as rule6_1_55 } from "./6.1.55.ts";
import { rule as rule6_1_56 } from "./6.1.56.ts";
import { rule as rule6_1_57 } from "./6.1.57.ts";
import { rule as rule6_1_58 } from "./6.1.58.ts";
import { rule as rule6_1_59 } from "./6.1.59.ts";
import { rule as rule6_1_60_1 } from "./6.1.60.1.ts";
import { rule as rule6_1_60_2 } from "./6.1.60.2.ts";
import { rule as rule6_1_60_3 } from "./6.1.60.3.ts";
import { rule as rule6_1_61 } from "./6.1.61.ts";

/** CSAF 2.1, section 6.1: the mandatory tests. */
export const mandatoryRules: AnyCsafRule[] = [
  rule6_1_1,
  rule6_1_2,
  rule6_1_3,
  rule6_1_4,
  rule6_1_5,
  rule6_1_6,
  rule6_1_7,
  rule6_1_8,
  rule6_1_9,
  rule6_1_10,
  rule6_1_11,
  rule6_1_12,
  rule6_1_13,
  rule6_1_14,
  rule6_1_15,
  rule6_1_16,
  rule6_1_17,
  rule6_1_18,
  rule6_1_19,
  rule6_1_20,
  rule6_1_21,
  rule6_1_22,
  rule6_1_23,
  rule6_1_24,
  rule6_1_25,
  rule6_1_26,
  rule6_1_27_1,
  rule6_1_27_2,
  rule6_1_27_3,
  rule6_1_27_4,
  rule6_1_27_5,
  rule6_1_27_6,
  rule6_1_27_7,
  rule6_1_27_8,
  rule6_1_27_9,
  rule6_1_27_10,
  rule6_1_27_11,
  rule6_1_27_12,
  rule6_1_27_13,
  rule6_1_27_14,
  rule6_1_27_15,
  rule6_1_27_16,
  rule6_1_27_17,
  rule6_1_27_18,
  rule6_1_27_19,
  rule6_1_28,
  rule6_1_29,
  rule6_1_30,
  rule6_1_31,
  rule6_1_32,
  rule6_1_33,
  rule6_1_34,
  rule6_1_35,
  rule6_1_36,
  rule6_1_37,
  rule6_1_38,
  rule6_1_39,
  rule6_1_40,
  rule6_1_41,
  rule6_1_42,
  rule6_1_43,
  rule6_1_44,
  rule6_1_45,
  rule6_1_46,
  rule6_1_47,
  rule6_1_48,
  rule6_1_49,
  rule6_1_50,
  rule6_1_51,
  rule6_1_52,
  rule6_1_53,
  rule6_1_54,
  rule6_1_55,
  rule6_1_56,
  rule6_1_57,
  rule6_1_58,
  rule6_1_59,
  rule6_1_60_1,
  rule6_1_60_2,
  rule6_1_60_3,
  rule6_1_61,
];
