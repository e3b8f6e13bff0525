/** Waits so many milliseconds; ends at once, rejecting with the signal's reason, where it is aborted. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", give);
      resolve();
    }, milliseconds);
    if (signal?.aborted) give();
    else signal?.addEventListener("abort", give, { once: true });
  });
}

/**
 * Milliseconds before the next attempt: as the hub asks, plus a little, or growing from attempt to attempt; by chance,
 * so that those who failed together do not come back together.
 */
export function backOff(attempt: number, retryAfter: number | null, longest: number): number {
  if (retryAfter !== null) return retryAfter * 1000 + Math.random() * 1000;
  const most = Math.min(longest, 500 * 2 ** Math.min(attempt, 20));
  return most / 2 + (Math.random() * most) / 2;
}
