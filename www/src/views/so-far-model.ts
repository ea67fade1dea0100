// What a running search has found: asked for now and then, conversation by conversation on request.
// A conversation that is searched changes no more until the search goes over everything once more
// at its end, so its findings are asked for once.
import type { App } from "../app.ts";
import type { FoundPlaces, FoundSoFar } from "../protocol.gen.ts";

/** How often the search is asked, at most. */
const ASK_MS = 500;
/** Conversations named at first, and by each "show more". */
const ROWS = 20;
/** Findings read at once. */
const PLACES = 50;

export class SoFar {
  private readonly app: App;
  found: FoundSoFar | null = null;
  /** Findings of the conversations that a person opened. */
  readonly opened = new Map<number, FoundPlaces>();
  /** The one that was opened last: the review begins there. */
  last: number | null = null;
  private rows = ROWS;
  private asking = false;
  private askedAt = 0;

  constructor(app: App) {
    this.app = app;
  }

  /** Asks how far the search is; one question at a time. */
  async ask(): Promise<void> {
    if (this.asking || performance.now() - this.askedAt < ASK_MS) return;
    this.asking = true;
    try {
      this.found = await this.app.port.ask({ type: "found-so-far", rows: this.rows });
      this.app.draw();
    } catch {
      // The job itself says what went wrong.
    } finally {
      this.asking = false;
      this.askedAt = performance.now();
    }
  }

  /** Names more conversations. */
  more(): void {
    this.rows += ROWS;
    this.askedAt = 0;
    void this.ask();
  }

  /** Reads the findings of a conversation, from the beginning or further on. */
  async look(conversation: number): Promise<void> {
    this.last = conversation;
    const known = this.opened.get(conversation)?.places ?? [];
    try {
      const next = await this.app.port.ask({ type: "found-in", conversation, start: known.length, count: PLACES });
      // Nothing comes when the search has just ended.
      if (next.total > 0) this.opened.set(conversation, { total: next.total, places: [...known, ...next.places] });
      this.app.draw();
    } catch {
      // The job itself says what went wrong.
    }
  }
}
