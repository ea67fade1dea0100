// How fast the person decides, for the time estimate. Pauses of more than a minute do not count.
// Before five decisions a usual pace is assumed. Nothing of this leaves memory.

const USUAL_MS = 8000;
const PAUSE_MS = 60_000;
const ENOUGH = 5;

export class Pace {
  private active = 0;
  private count = 0;
  private last: number | null = null;

  decided(values: number, now: number = performance.now()): void {
    if (this.last !== null && now - this.last < PAUSE_MS) {
      this.active += now - this.last;
      this.count += values;
    }
    this.last = now;
  }

  /** Minutes for the values that are left, rounded up; at least 1 while something is left. */
  minutes(left: number): number {
    if (left <= 0) return 0;
    const each = this.count >= ENOUGH ? this.active / this.count : USUAL_MS;
    return Math.max(1, Math.ceil((left * each) / 60_000));
  }
}
