// State of the review screen: conversations, the thread in sight, the value being decided, the
// next ones and the search. Message windows come from the engine page by page and are dropped
// when a decision changes them.
import { render } from "lit-html";
import type { App } from "../app.ts";
import { t } from "../i18n.ts";
import type { KeyCommand } from "../keys.ts";
import { PortError } from "../port.ts";
import { WindowedList } from "../list/windowed.ts";
import type {
  AttachmentView,
  BasisView,
  Capacity,
  CapacityAbout,
  Card,
  ConversationRow,
  DecideAction,
  Decided,
  DecideScope,
  FieldView,
  MessageView,
  SearchResult,
  Target,
  ThreadIndex,
  Utf16Span,
  ValueRow,
} from "../protocol.gen.ts";
import { messageRow } from "./message.ts";
import { Pace } from "./pace.ts";

export type View = "original" | "marked" | "released";
export const VIEWS: readonly View[] = ["original", "marked", "released"];

/** Messages per window that is asked for. */
const PAGE = 50;
/** Windows kept. */
const PAGES_KEPT = 40;
/** Values listed below the card. */
const NEXT_VALUES = 40;
/** Search hits listed. */
const HITS = 200;
/** Conversations drawn at first, and by each "show more". */
const ROWS = 200;
/** Thumbnails kept. */
const PICTURES_KEPT = 200;

interface Page {
  messages: MessageView[];
  lines: (string | null)[] | null;
  stale: boolean;
}

/** What the dialog "mark by hand" works on. */
export interface Marking {
  message: MessageView;
  field: FieldView;
}

export class Review {
  private readonly app: App;
  readonly thread = new WindowedList("");
  readonly pace = new Pace();
  conversations: ConversationRow[] = [];
  shown = ROWS;
  filter = "";
  conversation: ConversationRow | null = null;
  view: View = "marked";
  card: Card | null = null;
  /** Reason for the next decision; `null` = the category's label. */
  basis: string | null = null;
  note = "";
  bases: BasisView[] = [];
  /** Only conversations and hits with messages written in this capacity. */
  capacity: Capacity | null = null;
  values: ValueRow[] = [];
  valuesTotal = 0;
  query = "";
  /** Words at whose search the engine stopped: asked again only on purpose. */
  stoppedAt: string | null = null;
  result: SearchResult | null = null;
  canUndo = false;
  canRedo = false;
  /** Narrow screens: which part is in front. */
  front: "list" | "thread" = "thread";
  cardOpen = false;
  finished = false;
  /** The conversation that was looked into while the search still ran. */
  begin: number | null = null;
  marking: Marking | null = null;
  private index: ThreadIndex = { count: 0, sizes: new Uint8Array() };
  private pages = new Map<number, Page>();
  private loading = new Set<string>();
  private pictures = new Map<string, string | null>();
  private generation = 0;
  private listTimer = 0;

  constructor(app: App) {
    this.app = app;
    this.thread.onActive = () => this.app.draw();
  }

  /** Opens the screen: the conversation with open values first. */
  async enter(): Promise<void> {
    this.thread.label = t("thread-label");
    this.bases = await this.app.port.ask({ type: "bases" });
    await this.loadConversations();
    this.canUndo = this.app.overview?.canUndo ?? false;
    this.canRedo = this.app.overview?.canRedo ?? false;
    const kept = this.conversations.find((row) => row.id === this.conversation?.id);
    const wanted = this.conversations.find((row) => row.id === this.begin && !row.excluded);
    this.begin = null;
    const first =
      wanted ??
      kept ??
      this.conversations.find((row) => row.open > 0 && !row.excluded) ??
      this.conversations.find((row) => !row.excluded) ??
      this.conversations[0];
    if (!first) return;
    await this.choose(first);
    if (!this.card) await this.step(false);
    this.app.draw();
  }

  /** Names in the page's language, after the language changed. */
  async relabel(): Promise<void> {
    this.thread.label = t("thread-label");
    if (!this.conversation) return;
    this.bases = await this.app.port.ask({ type: "bases" });
    this.invalidate();
    await this.loadConversations();
  }

  async loadConversations(): Promise<void> {
    this.conversations = await this.app.port.ask({ type: "conversations" });
    const id = this.conversation?.id;
    this.conversation = this.conversations.find((row) => row.id === id) ?? null;
  }

  /** Conversations that fit the filter. */
  filtered(): ConversationRow[] {
    const wanted = this.filter.trim().toLocaleLowerCase();
    return wanted === ""
      ? this.conversations
      : this.conversations.filter((row) => row.title.toLocaleLowerCase().includes(wanted));
  }

  /** Those with messages in the chosen capacity. */
  listed(): ConversationRow[] {
    const capacity = this.capacity;
    const rows = this.filtered();
    return capacity === null ? rows : rows.filter((row) => row.capacities.includes(capacity));
  }

  async filterCapacity(capacity: Capacity | null): Promise<void> {
    this.capacity = capacity;
    if (this.result) await this.search(this.query);
    this.app.draw();
  }

  /** Says in what capacity a message or a conversation was written. */
  async setCapacity(about: CapacityAbout, capacity: Capacity | null): Promise<void> {
    await this.after(await this.app.port.ask({ type: "set-capacity", about, capacity }));
    await this.loadConversations();
    this.app.announce(t("announce-capacity"));
    this.app.draw();
  }

  showMore(): void {
    this.shown += ROWS;
    this.app.draw();
  }

  /** Opens a conversation at a message. */
  async choose(row: ConversationRow, at = 0): Promise<void> {
    this.conversation = row;
    this.front = "thread";
    this.generation += 1;
    this.pages.clear();
    this.loading.clear();
    this.index = await this.app.port.ask({ type: "thread-index", conversation: row.id });
    await this.need(Math.floor(at / PAGE));
    this.thread.reset(
      {
        count: this.index.count,
        estimate: (index) => this.estimate(index),
        draw: (index, element, active) => this.drawRow(index, element, active),
        visible: (first, last) => this.visible(first, last),
      },
      at,
    );
    await this.listValues();
    this.app.draw();
  }

  /** Opens a conversation from the list and its first open value. */
  async pick(row: ConversationRow): Promise<void> {
    await this.choose(row);
    const card = await this.app.port.ask({
      type: "next-open",
      after: null,
      conversation: row.id,
      backwards: false,
    });
    if (card) await this.openCard(card);
    else this.card = null;
    this.app.draw();
  }

  /** The thread must be measured again when it came into the page. */
  drawn(): void {
    if (this.app.screen === "review") this.thread.refresh();
  }

  // ---- windows of messages ---------------------------------------------------------------

  private estimate(index: number): number {
    const byte = this.index.sizes[index] ?? 1;
    const lines = Math.max(1, byte & 63);
    return 62 + lines * 23 + (byte & 64 ? 44 : 0) + (byte & 128 ? 130 : 0);
  }

  startsDay(index: number): boolean {
    return ((this.index.sizes[index] ?? 0) & 64) !== 0;
  }

  message(index: number): MessageView | null {
    return this.pages.get(Math.floor(index / PAGE))?.messages[index % PAGE] ?? null;
  }

  /** The message that has the focus or the card. */
  get active(): MessageView | null {
    return this.message(this.thread.active);
  }

  released(index: number): string | null | undefined {
    const lines = this.pages.get(Math.floor(index / PAGE))?.lines;
    return lines ? (lines[index % PAGE] ?? null) : undefined;
  }

  private visible(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      void this.app.attempt(async () => {
        if (await this.need(page)) this.thread.refresh();
      });
    }
  }

  /** Loads a window if it is missing or stale; true when it changed. */
  private async need(page: number): Promise<boolean> {
    const conversation = this.conversation;
    if (!conversation) return false;
    const known = this.pages.get(page);
    const wantsLines = this.view === "released";
    if (known && !known.stale && (!wantsLines || known.lines)) return false;
    const name = `${this.generation}/${page}/${this.view}`;
    if (this.loading.has(name)) return false;
    this.loading.add(name);
    const generation = this.generation;
    const window = { conversation: conversation.id, start: page * PAGE, count: PAGE };
    try {
      const messages = await this.app.port.ask({ type: "thread", ...window });
      const lines = wantsLines ? await this.app.port.ask({ type: "preview", ...window }) : null;
      if (generation !== this.generation) return false;
      this.pages.delete(page);
      this.pages.set(page, { messages, lines, stale: false });
      this.trim();
      return true;
    } finally {
      this.loading.delete(name);
    }
  }

  private trim(): void {
    for (const page of this.pages.keys()) {
      if (this.pages.size <= PAGES_KEPT) return;
      this.pages.delete(page);
    }
  }

  /** Decisions changed: windows are asked for again, what is seen stays until then. */
  private invalidate(): void {
    this.generation += 1;
    this.loading.clear();
    for (const page of this.pages.values()) {
      page.stale = true;
      page.lines = null;
    }
    this.thread.refresh();
  }

  private drawRow(index: number, element: HTMLElement, active: boolean): void {
    render(messageRow(this.app, index, active), element);
  }

  // ---- pictures --------------------------------------------------------------------------

  /** Address of a thumbnail; `undefined` while it is being made, `null` when there is none. */
  picture(message: number, attachment: AttachmentView): string | null | undefined {
    if (!attachment.picture || attachment.presence !== "present") return null;
    const name = `${message}/${attachment.index}`;
    if (this.pictures.has(name)) return this.pictures.get(name) ?? null;
    if (!this.loading.has(name)) {
      this.loading.add(name);
      void this.app.attempt(() => this.fetchPicture(name, message, attachment.index));
    }
    return undefined;
  }

  private async fetchPicture(name: string, message: number, attachment: number): Promise<void> {
    const picture = await this.app.port.ask({ type: "thumbnail", message, attachment });
    const bytes = picture ? new Uint8Array(picture.bytes) : null;
    const url = picture && bytes ? URL.createObjectURL(new Blob([bytes], { type: picture.mediaType })) : null;
    this.pictures.set(name, url);
    for (const [old, address] of this.pictures) {
      if (this.pictures.size <= PICTURES_KEPT) break;
      this.pictures.delete(old);
      if (address) URL.revokeObjectURL(address);
    }
    this.loading.delete(name);
    this.thread.refresh();
  }

  // ---- the value -------------------------------------------------------------------------

  /** Shows a value and the message where it stands. */
  async openCard(card: Card): Promise<void> {
    this.card = card;
    this.finished = false;
    this.note = "";
    this.basis = card.basis;
    const place = card.place;
    if (place) {
      const row = this.conversations.find((one) => one.id === place.conversation);
      if (row && row.id !== this.conversation?.id) await this.choose(row, place.index);
      else await this.need(Math.floor(place.index / PAGE));
      this.thread.show(place.index, this.thread.focused);
    }
    this.app.draw();
  }

  async openFinding(finding: number): Promise<void> {
    await this.openCard(await this.app.port.ask({ type: "card", finding }));
  }

  /** Next or previous open value: first in this conversation, then in the others. */
  async step(backwards: boolean, after = this.card?.finding ?? null): Promise<void> {
    const here = this.conversation?.id ?? null;
    const ask = (conversation: number | null, from: number | null): Promise<Card | null> =>
      this.app.port.ask({ type: "next-open", after: from, conversation, backwards });
    const card = (await ask(here, after)) ?? (await ask(here, null)) ?? (await ask(null, null));
    if (card && card.finding !== this.card?.finding) {
      await this.openCard(card);
    } else if (!card) {
      this.finished = true;
      this.card = null;
      this.app.announce(t("review-all-decided"));
      this.app.draw();
    }
  }

  private async decide(scope: DecideScope, action: DecideAction): Promise<Decided> {
    const note = this.note.trim() === "" ? null : this.note.trim();
    const basis = action === "redact" ? this.basis : null;
    return this.app.port.ask({ type: "decide", scope, action, basis, note });
  }

  /** Decides the value of the card, here or everywhere, and goes to the next one. */
  async act(action: DecideAction, everywhere: boolean): Promise<void> {
    const card = this.card;
    if (!card) return;
    const scope: DecideScope = { type: everywhere ? "value" : "finding", finding: card.finding };
    const decided = await this.decide(scope, action);
    this.pace.decided(1);
    await this.after(decided);
    this.app.announce(t(`announce-${action}`, { places: decided.changed }));
    await this.step(false, card.finding);
  }

  /** Withholds the whole active message. */
  async actMessage(): Promise<void> {
    const message = this.active;
    if (!message) return;
    const action: DecideAction = message.withheld === null ? "redact" : "keep";
    const decided = await this.decide({ type: "message", message: message.id }, action);
    this.pace.decided(1);
    await this.after(decided);
    this.app.announce(t("announce-message", { withheld: action === "redact" ? "yes" : "no" }));
    if (this.card && action === "redact") await this.step(false);
  }

  async actAttachment(message: MessageView, attachment: AttachmentView): Promise<void> {
    const scope: DecideScope = { type: "attachment", message: message.id, attachment: attachment.index };
    await this.after(await this.decide(scope, attachment.kept ? "redact" : "keep"));
  }

  async acceptSuggestions(): Promise<void> {
    const decided = await this.app.port.ask({ type: "accept-suggestions" });
    await this.after(decided);
    this.app.notice = t("notice-suggestions", { places: decided.changed });
    this.card = null;
    await this.step(false, null);
  }

  /** Redacts text that was selected by hand. */
  async markByHand(span: Utf16Span): Promise<void> {
    const marking = this.marking;
    if (!marking || span.end <= span.start) return;
    const target: Target = { kind: "message", of: [marking.message.id, marking.field.field] };
    const decided = await this.app.port.ask({ type: "mark", target, span, basis: this.basis });
    this.marking = null;
    this.app.hide();
    await this.after(decided);
    this.app.announce(t("announce-redact", { places: decided.changed }));
  }

  openMarking(): void {
    const message = this.active;
    const field = message?.fields.find((one) => one.text !== "");
    if (!message || !field) return;
    this.marking = { message, field };
    this.app.show("mark");
  }

  async undo(again: boolean): Promise<void> {
    if (again ? !this.canRedo : !this.canUndo) return;
    const decided = await this.app.port.ask({ type: again ? "redo" : "undo" });
    if (!decided.scanned) {
      // Exports were joined differently: other messages are shown than were searched.
      this.card = null;
      await this.app.refresh();
      return this.app.toReview();
    }
    await this.after(decided);
    this.app.announce(t(again ? "announce-redone" : "announce-undone", { places: decided.changed }));
    if (decided.message !== null) await this.jump(decided.message);
  }

  /** Takes over what a decision changed. */
  private async after(decided: Decided): Promise<void> {
    this.canUndo = decided.canUndo;
    this.canRedo = decided.canRedo;
    if (this.app.overview) {
      this.app.overview.review = decided.review;
      this.app.overview.unsaved = true;
      this.app.port.guard(true);
    }
    this.invalidate();
    if (this.card) this.card = await this.app.port.ask({ type: "card", finding: this.card.finding });
    await this.listValues();
    clearTimeout(this.listTimer);
    this.listTimer = window.setTimeout(() => {
      void this.app.attempt(async () => {
        await this.loadConversations();
        this.app.draw();
      });
    }, 250);
    this.app.draw();
  }

  private async listValues(): Promise<void> {
    const page = await this.app.port.ask({
      type: "values",
      conversation: this.conversation?.id ?? null,
      onlyOpen: false,
      start: 0,
      count: NEXT_VALUES,
    });
    this.values = page.values;
    this.valuesTotal = page.total;
  }

  // ---- places ----------------------------------------------------------------------------

  /** Shows a message. */
  async jump(message: number): Promise<void> {
    const place = await this.app.port.ask({ type: "locate", message });
    const row = this.conversations.find((one) => one.id === place.conversation);
    if (row && row.id !== this.conversation?.id) await this.choose(row, place.index);
    await this.need(Math.floor(place.index / PAGE));
    this.front = "thread";
    this.thread.show(place.index, this.thread.focused);
    this.app.draw();
  }

  async search(query: string): Promise<void> {
    this.query = query;
    if (query.trim() === "") {
      this.result = null;
    } else {
      let result: SearchResult;
      do {
        result = await this.ask(query);
        if (this.query !== query) return;
        // Earlier hits stay until there are new ones; a long search shows how far it is.
        if (!result.done && (this.result === null || !this.result.done)) {
          this.result = result;
          this.app.draw();
        }
      } while (!result.done);
      this.result = result;
      this.app.announce(t("search-count", { hits: result.total }));
    }
    this.app.draw();
  }

  private async ask(query: string): Promise<SearchResult> {
    try {
      return await this.app.port.ask({ type: "search", query, conversation: null, capacity: this.capacity, limit: HITS });
    } catch (error) {
      if (error instanceof PortError && error.view.code === "engine-stopped") this.stoppedAt = query;
      throw error;
    }
  }

  async setView(view: View): Promise<void> {
    this.view = view;
    if (view === "released") await this.need(Math.floor(this.thread.active / PAGE));
    this.thread.refresh();
    this.app.draw();
  }

  // ---- keys ------------------------------------------------------------------------------

  async command({ command, digit }: KeyCommand): Promise<void> {
    switch (command) {
      case "next":
        return this.step(false);
      case "previous":
        return this.step(true);
      case "redact":
      case "keep":
      case "unsure":
        return this.act(command, false);
      case "redact-all":
        return this.act("redact", true);
      case "keep-all":
        return this.act("keep", true);
      case "message":
        return this.actMessage();
      case "mark":
        return this.openMarking();
      case "undo":
        return this.undo(false);
      case "redo":
        return this.undo(true);
      case "view": {
        const next = VIEWS[(VIEWS.indexOf(this.view) + 1) % VIEWS.length];
        return next ? this.setView(next) : undefined;
      }
      case "basis": {
        const basis = this.bases[digit - 1];
        if (basis) this.basis = basis.key;
        this.app.draw();
        return;
      }
      case "search":
        this.front = "list";
        this.app.draw();
        queueMicrotask(() => document.querySelector<HTMLElement>("#search")?.focus());
        return;
      case "note":
        this.cardOpen = true;
        this.app.draw();
        queueMicrotask(() => document.querySelector<HTMLElement>("#note")?.focus());
        return;
      case "help":
        this.app.show("keys");
        return;
      case "save":
        return this.app.saveWork();
    }
  }
}
