const hour = 3_600_000;

/**
 * Writes times in a time zone, as ISO 8601 with the offset: `2026-11-27T18:00:00+09:00`, to the second. `zone` is a name
 * of the IANA database.
 */
export function timeWriter(zone: string): (time: Date) => string {
  const offsets = new Map<number, number>();
  const formatter = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  // Offsets change on the quarter of an hour at most; asking `Intl` for each time would be slow.
  const offsetAt = (time: number): number => {
    const slot = Math.floor((time * 4) / hour);
    const known = offsets.get(slot);
    if (known !== undefined) return known;
    const name = formatter.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
    const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
    const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    offsets.set(slot, offset);
    return offset;
  };
  return (time) => {
    const offset = offsetAt(time.getTime());
    const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, 19);
    const size = Math.abs(offset);
    const two = (number: number) => String(number).padStart(2, "0");
    return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  };
}
