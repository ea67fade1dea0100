// Maps a long list to a scroll bar: browsers stop at about 8 to 33 million pixels of height, a
// thread of a million messages is longer. The spacer is at most MAX_SPACER pixels high. Small
// movements (wheel, keys, touch) move the content pixel by pixel; large ones (the bar is dragged)
// jump in proportion.

/** Highest spacer in pixels: below the lowest limit of the engines. */
export const MAX_SPACER = 8_000_000;

export class ScrollScale {
  private total = 0;
  private viewport = 1;
  /** Top of what is seen, in content pixels. */
  position = 0;
  /** The scroll bar's last known or set value. */
  private bar = 0;

  /** Takes new sizes; the position stays where it is as far as it exists. */
  resize(total: number, viewport: number): void {
    this.total = total;
    this.viewport = Math.max(1, viewport);
    this.moveTo(this.position);
  }

  /** Height of the spacer. */
  get spacer(): number {
    return Math.min(this.total, MAX_SPACER);
  }

  private get reach(): number {
    return Math.max(0, this.total - this.viewport);
  }

  private get barReach(): number {
    return Math.max(0, this.spacer - this.viewport);
  }

  /** Sets the position in content pixels. */
  moveTo(position: number): void {
    this.position = Math.max(0, Math.min(position, this.reach));
  }

  /** The value that the scroll bar should have for the position. */
  wanted(): number {
    if (this.reach === 0) return 0;
    return Math.round((this.position / this.reach) * this.barReach);
  }

  /** The bar stands here now because the list put it there. */
  settled(bar: number): void {
    this.bar = bar;
  }

  /** The person moved the bar; true when the content moved. */
  scrolled(bar: number): boolean {
    const change = bar - this.bar;
    this.bar = bar;
    if (change === 0) return false;
    const before = this.position;
    const exact = this.total <= MAX_SPACER;
    if (exact) this.moveTo(bar);
    else if (Math.abs(change) <= this.viewport * 2) this.moveTo(this.position + change);
    else this.moveTo((bar / Math.max(1, this.barReach)) * this.reach);
    return this.position !== before;
  }
}
