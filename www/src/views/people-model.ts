// State of what surrounds the messages: people and capacities, how complete the material is, the
// account register. Every rule is in the engine; this holds what it said last.
import type { App } from "../app.ts";
import { t } from "../i18n.ts";
import type {
  AccountEntry,
  Capacity,
  CapacityAbout,
  CoverageView,
  Decided,
  PeoplePage,
  RegisterView,
  Request,
} from "../protocol.gen.ts";

export const CAPACITIES: readonly Capacity[] = ["official", "elected", "private", "outside", "unknown"];
/** People drawn at first, and by each "show more". */
const ROWS = 100;
/** Days without a message from which on a gap is named, at first. */
const GAP_DAYS = 14;

/** What a person says about people and accounts. */
type Ruling = Extract<Request, { type: "same-person" | "same-account" | "set-own" | "set-capacity" }>;

export class People {
  private readonly app: App;
  page: PeoplePage | null = null;
  query = "";
  capacity: Capacity | null = null;
  shown = ROWS;
  coverage: CoverageView | null = null;
  coverageOpen = false;
  days = GAP_DAYS;
  register: RegisterView | null = null;
  /** The entry that is being written; `id` is null for a new one. */
  editing: { id: string | null; entry: AccountEntry } | null = null;
  private timer = 0;

  constructor(app: App) {
    this.app = app;
  }

  /** The case changed: what was said about it no longer counts. */
  forget(): void {
    this.page = null;
    this.coverage = null;
    this.register = null;
    this.editing = null;
    if (this.coverageOpen) void this.app.attempt(() => this.loadCoverage());
  }

  // ---- people ----------------------------------------------------------------------------

  async load(): Promise<void> {
    this.page = await this.app.port.ask({
      type: "people",
      query: this.query,
      capacity: this.capacity,
      start: 0,
      count: this.shown,
    });
    this.app.draw();
  }

  /** Looks when the typing pauses. */
  find(query: string): void {
    this.query = query;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.app.attempt(() => this.load()), 200);
  }

  async filter(capacity: Capacity | null): Promise<void> {
    this.capacity = capacity;
    await this.load();
  }

  async more(): Promise<void> {
    this.shown += ROWS;
    await this.load();
  }

  async rule(ruling: Ruling, said: string): Promise<void> {
    await this.took(await this.app.port.ask(ruling));
    this.app.announce(said);
  }

  async setCapacity(about: CapacityAbout, capacity: Capacity | null): Promise<void> {
    await this.rule({ type: "set-capacity", about, capacity }, t("announce-capacity"));
  }

  async undo(again: boolean): Promise<void> {
    await this.took(await this.app.port.ask({ type: again ? "redo" : "undo" }));
    this.app.announce(t(again ? "announce-made-again" : "announce-taken-back"));
  }

  private async took(decided: Decided): Promise<void> {
    const review = this.app.review;
    if (!decided.scanned) review.card = null;
    await this.app.refresh();
    await review.loadConversations();
    if (this.app.screen === "register") await this.loadRegister();
    else await this.load();
  }

  // ---- how complete ----------------------------------------------------------------------

  async showCoverage(open: boolean): Promise<void> {
    if (open === this.coverageOpen) return;
    this.coverageOpen = open;
    if (open && !this.coverage) await this.loadCoverage();
  }

  async setDays(days: number): Promise<void> {
    if (!Number.isInteger(days) || days < 1) return;
    this.days = days;
    await this.loadCoverage();
  }

  private async loadCoverage(): Promise<void> {
    this.coverage = await this.app.port.ask({ type: "coverage", days: this.days });
    this.app.draw();
  }

  /** Opens the review at a message. */
  async jump(message: number): Promise<void> {
    await this.app.toReview();
    if (this.app.screen === "review") await this.app.review.jump(message);
  }

  // ---- account register ------------------------------------------------------------------

  async loadRegister(): Promise<void> {
    this.register = await this.app.port.ask({ type: "register" });
    this.app.draw();
  }

  edit(id: string | null, entry: AccountEntry): void {
    this.editing = { id, entry: { ...entry } };
    this.app.draw();
    queueMicrotask(() => document.querySelector<HTMLElement>("#account-platform")?.focus());
  }

  change(change: Partial<AccountEntry>): void {
    if (this.editing) Object.assign(this.editing.entry, change);
  }

  async keep(): Promise<void> {
    const editing = this.editing;
    if (!editing) return;
    await this.setAccount(editing.id, editing.entry);
    this.editing = null;
    this.app.announce(t("register-kept"));
    this.app.draw();
  }

  async setAccount(id: string | null, entry: AccountEntry | null): Promise<void> {
    this.register = await this.app.port.ask({ type: "set-account", id, entry });
    await this.app.refresh();
  }

  async saveRegister(): Promise<void> {
    const csv = await this.app.port.ask({ type: "register-csv" });
    await this.app.port.saveBytes(t("register-file"), new Blob([csv], { type: "text/csv" }));
  }
}
