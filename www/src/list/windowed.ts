// A list that draws only the rows in sight. Rows sit in a viewport that sticks to the top of the
// scroller, so they never depend on the scaled scroll bar (see scale.ts). The row that has the
// focus stays drawn when it is scrolled away, so the focus survives. No animation.
//
// Limits: a row must not change its height by itself without `remeasure`; row indexes are stable
// until `reset`.
import { HeightIndex } from "./heights.ts";
import { ScrollScale } from "./scale.ts";

export interface RowSource {
  /** Number of rows. */
  count: number;
  /** Estimated height of a row in pixels. */
  estimate(index: number): number;
  /** Draws a row into its element (which may have held another row before). */
  draw(index: number, element: HTMLElement, active: boolean): void;
  /** These rows are in sight: load what is missing. */
  visible?(first: number, last: number): void;
}

/** Rows drawn beyond each edge. */
const OVERSCAN = 4;
/** After this long without a scroll event the bar is put where the position says. */
const SETTLE_MS = 160;

export class WindowedList {
  /** The scroller: put it into the page. */
  readonly element: HTMLElement;
  private readonly spacer: HTMLElement;
  private readonly sticky: HTMLElement;
  private readonly layer: HTMLElement;
  private readonly rows = new Map<number, HTMLElement>();
  private readonly spare: HTMLElement[] = [];
  private readonly scale = new ScrollScale();
  private heights = new HeightIndex(0, () => 0);
  private source: RowSource | null = null;
  private frame = 0;
  private settle = 0;
  private width = 0;
  /** The row that has, or would get, the focus. */
  active = 0;
  /** Called when the active row changes by keys or clicks. */
  onActive: (index: number) => void = () => undefined;

  constructor(label: string, role: "feed" | "list" = "feed") {
    this.element = div("windowed");
    this.spacer = div("windowed-spacer");
    this.sticky = div("windowed-view");
    this.layer = div("windowed-layer");
    this.layer.setAttribute("role", role);
    this.layer.setAttribute("aria-label", label);
    this.sticky.append(this.layer);
    this.spacer.append(this.sticky);
    this.element.append(this.spacer);
    this.element.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.layer.addEventListener("keydown", (event) => this.keydown(event));
    this.layer.addEventListener("pointerdown", (event) => this.picked(event.target));
    this.layer.addEventListener("focusin", (event) => this.picked(event.target));
    new ResizeObserver(() => this.resized()).observe(this.element);
  }

  /** Name for assistive technology. */
  set label(text: string) {
    this.layer.setAttribute("aria-label", text);
  }

  /** Shows other rows, from the given one on. */
  reset(source: RowSource, active = 0): void {
    for (const row of this.rows.values()) this.recycle(row);
    this.rows.clear();
    this.source = source;
    this.active = Math.max(0, Math.min(active, source.count - 1));
    this.heights = new HeightIndex(source.count, (index) => source.estimate(index));
    this.scale.position = 0;
    this.fit();
    if (this.active > 0) this.show(this.active);
    else this.place();
  }

  /** Draws all rows in sight again, for example after their data came or changed. */
  refresh(): void {
    this.place(true);
  }

  /** Brings a row into sight (in the middle when it was out of sight) and makes it active. */
  show(index: number, focus = false): void {
    if (!this.source || this.source.count === 0) return;
    const target = Math.max(0, Math.min(index, this.source.count - 1));
    const before = this.active;
    this.active = target;
    const top = this.heights.offset(target);
    const height = this.heights.height(target);
    const view = this.element.clientHeight;
    const inside = top >= this.scale.position && top + height <= this.scale.position + view;
    if (!inside) this.centre(target);
    this.place();
    // The heights around it were estimates until now: correct once with measured ones.
    if (!inside) this.centre(target);
    this.place();
    if (before !== target) this.redraw(before);
    this.redraw(target);
    if (focus) this.focus();
  }

  /** Puts the focus on the active row. */
  focus(): void {
    this.rows.get(this.active)?.focus({ preventScroll: true });
  }

  /** True when the focus is on a row or inside one. */
  get focused(): boolean {
    return this.layer.contains(document.activeElement);
  }

  private centre(index: number): void {
    const view = this.element.clientHeight;
    const height = this.heights.height(index);
    const space = Math.max(16, (view - height) / 3);
    this.scale.moveTo(this.heights.offset(index) - space);
  }

  private redraw(index: number): void {
    const row = this.rows.get(index);
    if (row && this.source) this.drawRow(index, row);
  }

  private fit(): void {
    this.scale.resize(this.heights.total, this.element.clientHeight);
    this.spacer.style.height = `${this.scale.spacer}px`;
    this.sticky.style.height = `${Math.min(this.element.clientHeight, this.scale.spacer)}px`;
  }

  private resized(): void {
    if (this.element.clientWidth !== this.width) {
      this.width = this.element.clientWidth;
    }
    const anchor = this.anchor();
    this.fit();
    this.measure(anchor);
    this.place();
  }

  private scrolled(): void {
    if (this.scale.scrolled(this.element.scrollTop) && this.frame === 0) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.place();
      });
    }
    clearTimeout(this.settle);
    this.settle = window.setTimeout(() => this.syncBar(), SETTLE_MS);
  }

  /** Puts the scroll bar where the position says, without moving the content. */
  private syncBar(): void {
    const wanted = this.scale.wanted();
    if (Math.abs(this.element.scrollTop - wanted) > 0.5) this.element.scrollTop = wanted;
    this.scale.settled(this.element.scrollTop);
  }

  /** The first row in sight and how far it is scrolled: kept still while heights change. */
  private anchor(): { index: number; into: number } {
    const index = this.heights.at(this.scale.position);
    return { index, into: this.scale.position - this.heights.offset(index) };
  }

  /** Replaces estimates by measured heights; keeps the anchor where it is. */
  private measure(anchor: { index: number; into: number }): boolean {
    let changed = false;
    for (const [index, row] of this.rows) {
      const height = row.offsetHeight;
      if (height > 0 && this.heights.set(index, height)) changed = true;
    }
    if (changed) {
      this.scale.resize(this.heights.total, this.element.clientHeight);
      this.scale.moveTo(this.heights.offset(anchor.index) + anchor.into);
      this.spacer.style.height = `${this.scale.spacer}px`;
      // A short thread that is taller than estimated: nothing of it may be cut off.
      this.sticky.style.height = `${Math.min(this.element.clientHeight, this.scale.spacer)}px`;
    }
    return changed;
  }

  private place(again = false): void {
    const source = this.source;
    if (!source || source.count === 0) {
      for (const row of this.rows.values()) this.recycle(row);
      this.rows.clear();
      return;
    }
    // At most three rounds: drawing gives heights, heights may bring further rows into sight.
    for (let round = 0; round < 3; round += 1) {
      const { first, last } = this.range(source.count);
      const anchor = this.anchor();
      source.visible?.(first, last);
      this.retain(first, last);
      for (let index = first; index <= last; index += 1) {
        const known = this.rows.get(index);
        if (known) {
          if (again && round === 0) this.drawRow(index, known);
          continue;
        }
        const row = this.spare.pop() ?? this.newRow();
        this.rows.set(index, row);
        this.drawRow(index, row);
      }
      this.order();
      if (!this.measure(anchor)) break;
    }
    const top = this.scale.position;
    for (const [index, row] of this.rows) {
      row.style.transform = `translateY(${Math.round(this.heights.offset(index) - top)}px)`;
    }
    this.syncBar();
  }

  private range(count: number): { first: number; last: number } {
    const top = this.scale.position;
    const bottom = top + this.element.clientHeight;
    return {
      first: Math.max(0, this.heights.at(top) - OVERSCAN),
      last: Math.min(count - 1, this.heights.at(bottom) + OVERSCAN),
    };
  }

  /** Takes rows out that are out of sight, but never the one that holds the focus. */
  private retain(first: number, last: number): void {
    for (const [index, row] of this.rows) {
      if (index >= first && index <= last) continue;
      if (row.contains(document.activeElement)) continue;
      this.rows.delete(index);
      this.recycle(row);
    }
  }

  /** Reading order in the document is the order of the rows. Moves as little as possible. */
  private order(): void {
    let previous: Element | null = null;
    for (const index of [...this.rows.keys()].sort((a, b) => a - b)) {
      const row = this.rows.get(index);
      if (!row) continue;
      const expected: Element | null = previous ? previous.nextElementSibling : this.layer.firstElementChild;
      if (expected !== row && !row.contains(document.activeElement)) {
        this.layer.insertBefore(row, expected);
      }
      previous = row;
    }
  }

  private newRow(): HTMLElement {
    const row = div("windowed-row");
    row.setAttribute("role", this.layer.getAttribute("role") === "feed" ? "article" : "listitem");
    this.layer.append(row);
    return row;
  }

  private recycle(row: HTMLElement): void {
    row.remove();
    if (this.spare.length < 64) this.spare.push(row);
  }

  private drawRow(index: number, row: HTMLElement): void {
    const source = this.source;
    if (!source) return;
    const active = index === this.active;
    row.dataset["index"] = String(index);
    row.tabIndex = active ? 0 : -1;
    row.setAttribute("aria-posinset", String(index + 1));
    row.setAttribute("aria-setsize", String(source.count));
    row.classList.toggle("is-active", active);
    source.draw(index, row, active);
  }

  private picked(target: EventTarget | null): void {
    const row = target instanceof Element ? target.closest<HTMLElement>(".windowed-row") : null;
    const index = Number(row?.dataset["index"] ?? Number.NaN);
    if (Number.isNaN(index) || index === this.active) return;
    const before = this.active;
    this.active = index;
    this.redraw(before);
    this.redraw(index);
    this.onActive(index);
  }

  private keydown(event: KeyboardEvent): void {
    if (!this.source || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, [...this.rows.keys()].length - OVERSCAN * 2 - 1);
    const moves: Record<string, number> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.source.count - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.show(next, true);
    this.onActive(this.active);
  }
}

function div(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = name;
  return element;
}
