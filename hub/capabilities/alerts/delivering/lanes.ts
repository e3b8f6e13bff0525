/** Work for many receivers at once, of whom no one may hold up the others. */
export interface Lanes {
  /** Puts work at the end of a lane. It must not throw. */
  add(lane: string, work: () => Promise<void>): void;
  /** How much waits or runs in a lane. */
  held(lane: string): number;
  /** How much waits or runs in all. */
  total(): number;
  /** Takes out everything that has not begun. */
  clear(): void;
}

export interface Limits {
  /** At once, in all lanes together. */
  atOnce: number;
  /** At once, in one lane. */
  perLane: number;
}

interface Lane {
  waiting: (() => Promise<void>)[];
  running: number;
}

/** Makes lanes. Each has its turn: a lane that began something goes behind those that wait. */
export function lanesOf({ atOnce, perLane }: Limits, onRoom: () => void = () => {}): Lanes {
  const lanes = new Map<string, Lane>();
  let running = 0;
  let waiting = 0;

  const nextLane = (): [string, Lane] | undefined => {
    for (const entry of lanes) if (entry[1].waiting.length > 0 && entry[1].running < perLane) return entry;
    return undefined;
  };

  async function run(name: string, lane: Lane, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } finally {
      running -= 1;
      lane.running -= 1;
      if (lane.running === 0 && lane.waiting.length === 0) lanes.delete(name);
      begin();
      onRoom();
    }
  }

  function begin(): void {
    while (running < atOnce) {
      const [name, lane] = nextLane() ?? [];
      const work = lane?.waiting.shift();
      if (name === undefined || lane === undefined || work === undefined) return;
      lanes.delete(name);
      lanes.set(name, lane);
      running += 1;
      waiting -= 1;
      lane.running += 1;
      void run(name, lane, work);
    }
  }

  return {
    add: (name, work) => {
      const lane = lanes.get(name) ?? { waiting: [], running: 0 };
      lanes.set(name, lane);
      lane.waiting.push(work);
      waiting += 1;
      begin();
    },
    held: (name) => {
      const lane = lanes.get(name);
      return lane === undefined ? 0 : lane.waiting.length + lane.running;
    },
    total: () => waiting + running,
    clear: () => {
      waiting = 0;
      for (const [name, lane] of lanes) {
        lane.waiting = [];
        if (lane.running === 0) lanes.delete(name);
      }
    },
  };
}
