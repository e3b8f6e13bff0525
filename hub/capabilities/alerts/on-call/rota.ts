import { dayNumber, daysLater, instantOf, minutesOf, type WallTime, wallTime } from "../../../platform/zones.ts";

/** Somebody stands in for whoever it would be; or is away, and the next in the order stands in. */
export interface Override {
  kind: "cover" | "absence";
  person: string;
  from: Date;
  to: Date;
  /** Of two covers of one time the later made counts. */
  madeAt: Date;
}

/** Who is on call, in turn. */
export interface Rota {
  zone: string;
  /** `2026-11-23`: the day on which the first shift begins. */
  firstDay: string;
  /** `09:00`: when one hands over to the next. */
  handoverAt: string;
  /** How many days a shift lasts. */
  shiftDays: number;
  /** Ids, in their order. */
  people: readonly string[];
  overrides: readonly Override[];
}

/** One is on call from a time to another; nobody where null. */
export interface Shift {
  person: string | null;
  from: Date;
  to: Date;
}

const wallOf = (day: string, time: string): WallTime => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, day: date, minutes: minutesOf(time) };
};

/** When the shift of that number begins: at the same time of day, whatever clocks were put forward or back. */
const beginningOf = ({ zone, firstDay, handoverAt, shiftDays }: Rota, number: number): Date =>
  instantOf(daysLater(wallOf(firstDay, handoverAt), number * shiftDays), zone);

/** Number of the shift that an instant falls in; negative before the first. */
function shiftNumber(rota: Rota, instant: Date): number {
  const days = dayNumber(wallTime(instant, rota.zone)) - dayNumber(wallOf(rota.firstDay, rota.handoverAt));
  const guess = Math.floor(days / rota.shiftDays);
  return beginningOf(rota, guess) <= instant ? guess : guess - 1;
}

const covers = ({ from, to }: Override, instant: Date): boolean => from <= instant && instant < to;

/** Who is there: the one whose turn it is, else the next in the order who is not away. */
function personAt({ people, overrides }: Rota, number: number, instant: Date): string | null {
  const now = overrides.filter((override) => covers(override, instant));
  const away = new Set(now.filter(({ kind }) => kind === "absence").map(({ person }) => person));
  const cover = now
    .filter(({ kind, person }) => kind === "cover" && !away.has(person))
    .toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime())[0];
  if (cover !== undefined) return cover.person;
  const inTurn = people.map((_, place) => people[(number + place) % people.length] ?? "");
  return inTurn.find((person) => !away.has(person)) ?? null;
}

/**
 * Who is on call at an instant, since when and until when at the longest: shifts end at the hand-over, or where somebody
 * begins or ends to stand in. Before the first shift nobody is.
 */
export function onCallAt(rota: Rota, instant: Date): Shift {
  const number = shiftNumber(rota, instant);
  const edges = rota.overrides.flatMap(({ from, to }) => [from, to]);
  const [begins, ends] = [beginningOf(rota, number), beginningOf(rota, number + 1)];
  const from = new Date(Math.max(begins.getTime(), ...edges.filter((edge) => edge <= instant).map(Number)));
  const to = new Date(Math.min(ends.getTime(), ...edges.filter((edge) => edge > instant).map(Number)));
  return { person: number < 0 ? null : personAt(rota, number, instant), from, to };
}

/** Hand-overs that are looked at, at most: two for each day of a year, and every override. */
const longest = 2_000;

/** Every shift between two instants, in order and without gap; what one person does on end is one shift. */
export function shiftsBetween(rota: Rota, from: Date, to: Date): Shift[] {
  const shifts: Shift[] = [];
  for (let at = from, turns = 0; at < to && turns < longest; turns += 1) {
    const shift = onCallAt(rota, at);
    const last = shifts.at(-1);
    const end = shift.to < to ? shift.to : to;
    if (last !== undefined && last.person === shift.person) last.to = end;
    else shifts.push({ person: shift.person, from: at, to: end });
    at = end;
  }
  return shifts;
}
