// Heights of a million rows: prefix sums in a Fenwick tree, so that "where does row i start" and
// "which row is at y" cost about 20 steps, also after a measured height replaces an estimate.
// Units: CSS pixels, whole numbers. Sums stay exact far beyond 2^31 (doubles).

export class HeightIndex {
  readonly count: number;
  private readonly heights: Float64Array;
  private readonly tree: Float64Array;
  private readonly top: number;

  /** Builds the tree from an estimate per row, in linear time. */
  constructor(count: number, estimate: (index: number) => number) {
    this.count = count;
    this.heights = new Float64Array(count);
    this.tree = new Float64Array(count + 1);
    for (let i = 0; i < count; i += 1) {
      const height = estimate(i);
      this.heights[i] = height;
      this.tree[i + 1] = height;
    }
    for (let i = 1; i <= count; i += 1) {
      const parent = i + (i & -i);
      if (parent <= count) this.tree[parent] = (this.tree[parent] ?? 0) + (this.tree[i] ?? 0);
    }
    let top = 1;
    while (top * 2 <= count) top *= 2;
    this.top = top;
  }

  /** Height of a row. */
  height(index: number): number {
    return this.heights[index] ?? 0;
  }

  /** Height of all rows. */
  get total(): number {
    return this.offset(this.count);
  }

  /** Sum of the heights before a row. */
  offset(index: number): number {
    let sum = 0;
    for (let i = Math.min(index, this.count); i > 0; i -= i & -i) sum += this.tree[i] ?? 0;
    return sum;
  }

  /** The row that covers `y`; the first or last one outside. */
  at(y: number): number {
    let index = 0;
    let rest = y;
    for (let step = this.top; step > 0; step >>= 1) {
      const next = index + step;
      const sum = this.tree[next];
      if (next <= this.count && sum !== undefined && sum <= rest) {
        index = next;
        rest -= sum;
      }
    }
    return Math.max(0, Math.min(index, this.count - 1));
  }

  /** Replaces the height of a row; true when it changed. */
  set(index: number, height: number): boolean {
    const change = height - this.height(index);
    if (change === 0 || index < 0 || index >= this.count) return false;
    this.heights[index] = height;
    for (let i = index + 1; i <= this.count; i += i & -i) this.tree[i] = (this.tree[i] ?? 0) + change;
    return true;
  }
}
