import type { AnyCsafRule } from "../rule.ts";
import { rule as rule6_3_1 } from "./6.3.1.ts";
import { rule as rule6_3_2 } from "./6.3.2.ts";
import { rule as rule6_3_3 } from "./6.3.3.ts";
import { rule as rule6_3_4 } from "./6.3.4.ts";
import { rule as rule6_3_5 } from "./6.3.5.ts";
import { rule as rule6_3_6 } from "./6.3.6.ts";
import { rule as rule6_3_7 } from "./6.3.7.ts";
import { rule as rule6_3_8 } from "./6.3.8.ts";
import { rule as rule6_3_9 } from "./6.3.9.ts";
import { rule as rule6_3_10 } from "./6.3.10.ts";
import { rule as rule6_3_11 } from "./6.3.11.ts";
import { rule as rule6_3_12 } from "./6.3.12.ts";
import { rule as rule6_3_13 } from "./6.3.13.ts";
import { rule as rule6_3_14 } from "./6.3.14.ts";
import { rule as rule6_3_15 } from "./6.3.15.ts";
import { rule as rule6_3_16 } from "./6.3.16.ts";
import { rule as rule6_3_17 } from "./6.3.17.ts";
import { rule as rule6_3_18 } from "./6.3.18.ts";
import { rule as rule6_3_19_1 } from "./6.3.19.1.ts";
import { rule as rule6_3_19_2 } from "./6.3.19.2.ts";
import { rule as rule6_3_19_3 } from "./6.3.19.3.ts";
import { rule as rule6_3_19_4 } from "./6.3.19.4.ts";
import { rule as rule6_3_19_5 } from "./6.3.19.5.ts";
import { rule as rule6_3_20 } from "./6.3.20.ts";
import { rule as rule6_3_21_1 } from "./6.3.21.1.ts";
import { rule as rule6_3_21_2 } from "./6.3.21.2.ts";
import { rule as rule6_3_21_3 } from "./6.3.21.3.ts";
import { rule as rule6_3_21_4 } from "./6.3.21.4.ts";
import { rule as rule6_3_21_5 } from "./6.3.21.5.ts";
import { rule as rule6_3_21_6 } from "./6.3.21.6.ts";
import { rule as rule6_3_21_7 } from "./6.3.21.7.ts";
import { rule as rule6_3_21_8 } from "./6.3.21.8.ts";
import { rule as rule6_3_21_9 } from "./6.3.21.9.ts";
import { rule as rule6_3_22 } from "./6.3.22.ts";

/** CSAF 2.1, section 6.3: the informative tests. */
export const informativeRules: AnyCsafRule[] = [
  rule6_3_1,
  rule6_3_2,
  rule6_3_3,
  rule6_3_4,
  rule6_3_5,
  rule6_3_6,
  rule6_3_7,
  rule6_3_8,
  rule6_3_9,
  rule6_3_10,
  rule6_3_11,
  rule6_3_12,
  rule6_3_13,
  rule6_3_14,
  rule6_3_15,
  rule6_3_16,
  rule6_3_17,
  rule6_3_18,
  rule6_3_19_1,
  rule6_3_19_2,
  rule6_3_19_3,
  rule6_3_19_4,
  rule6_3_19_5,
  rule6_3_20,
  rule6_3_21_1,
  rule6_3_21_2,
  rule6_3_21_3,
  rule6_3_21_4,
  rule6_3_21_5,
  rule6_3_21_6,
  rule6_3_21_7,
  rule6_3_21_8,
  rule6_3_21_9,
  rule6_3_22,
];
