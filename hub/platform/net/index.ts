export {
  type FetchLimits,
  type FetchOptions,
  type Guard,
  type GuardedFetch,
  type GuardOptions,
  guardOf,
} from "./guard.ts";
export { netProblems } from "./problems.ts";
export { type AddressRange, isWithin, parseAddress, parseRange } from "./ranges.ts";
export { type Resolver, systemResolver } from "./resolve.ts";
