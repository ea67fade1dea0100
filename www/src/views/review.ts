// The review screen: conversations and search on the left, the thread in the middle, the value
// with its reasons and the next ones on the right. Narrow: one column, the value as a sheet.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, select, textField } from "../components/controls.ts";
import { count, either, period, t } from "../i18n.ts";
import type { Capacity, ConversationRow } from "../protocol.gen.ts";
import { card, nextValues, pace } from "./card.ts";
import { CAPACITIES } from "./people-model.ts";
import { capacityFilter } from "./people.ts";
import { hits } from "./search.ts";
import { VIEWS } from "./review-model.ts";

export function reviewScreen(app: App): TemplateResult {
  const review = app.review;
  return html`<div class="review front-${review.front} ${review.cardOpen ? "card-open" : ""}">
    <h1 class="hidden" tabindex="-1">${t("title-review")}</h1>
    ${left(app)} ${middle(app)} ${right(app)}
  </div>`;
}

function left(app: App): TemplateResult {
  const review = app.review;
  const scope = app.scope;
  const rows = review.listed();
  return html`<section class="pane pane-left" aria-label=${t("conversations-label")}>
    <div class="pane-head">
      ${textField({
        id: "search",
        type: "search",
        label: [t("search-label"), ...(app.keys.on && app.keys.of("search") !== "" ? [`( ${app.keys.of("search")} )`] : [])].join(" "),
        value: review.query,
        input: (value) => searchSoon(app, value),
        enter: () => app.attempt(() => review.search(review.query)),
      })}
      ${capacityFilter("review-capacity", review.capacity, (capacity) =>
        app.attempt(() => review.filterCapacity(capacity)),
      )}
    </div>
    ${review.result
      ? hits(app)
      : html`<p class="pane-facts">
            ${scope
              ? html`${scope.from || scope.to
                  ? t("review-period", { period: openPeriod(scope.from, scope.to), zone: scope.zone })
                  : t("review-whole-period", { zone: scope.zone })}
                · ${t("review-conversations", {
                  inside: review.conversations.filter((row) => !row.excluded).length,
                })}
                ${button(t("change-scope"), () => app.toScope(), { kind: "link" })}`
              : nothing}
          </p>
          ${review.conversations.length > 12
            ? html`<div class="pane-head">
                ${textField({
                  id: "conversation-filter",
                  type: "search",
                  label: t("conversations-filter"),
                  value: review.filter,
                  input: (value) => {
                    review.filter = value;
                    app.draw();
                  },
                })}
              </div>`
            : nothing}
          ${rows.length === 0 ? html`<p class="empty">${t("conversations-none")}</p>` : nothing}
          <ul class="conversations">
            ${rows.slice(0, review.shown).map((row) => conversation(app, row))}
          </ul>
          ${rows.length > review.shown
            ? html`<p class="pane-facts">${button(t("show-more"), () => review.showMore())}</p>`
            : nothing}`}
  </section>`;
}

function openPeriod(from: string | null, to: string | null): string {
  if (from && to) return period(from, to);
  return from ? t("period-from", { first: period(from, from) }) : t("period-to", { last: period(to, to) });
}

let timer = 0;
/** Searches when the typing pauses. */
function searchSoon(app: App, value: string): void {
  app.review.query = value;
  clearTimeout(timer);
  // What stopped the engine is asked again with Enter only.
  if (value === app.review.stoppedAt) return;
  timer = window.setTimeout(() => void app.attempt(() => app.review.search(value)), 200);
}

function conversation(app: App, row: ConversationRow): TemplateResult {
  const state = row.excluded || row.inScope === 0 ? "out" : row.open > 0 ? "open" : "done";
  return html`<li>
    <button
      type="button"
      class="conversation"
      aria-current=${row.id === app.review.conversation?.id ? "true" : nothing}
      @click=${() => void app.attempt(() => app.review.pick(row))}
    >
      <span class="conversation-title"><bdi>${row.title}</bdi></span>
      <span class="state state-${state}">${t(`conversation-${state}`, { places: row.open })}</span>
      <span class="conversation-facts"
        >${t("conversation-facts", { messages: row.messages })} ·
        ${row.format === null ? t("format-unknown") : either(`format-short-${row.format}`, "format-other")}${row.kind ===
        "group"
          ? html` · ${t("conversation-group", { members: row.members })}`
          : nothing}</span
      >
    </button>
  </li>`;
}

function middle(app: App): TemplateResult {
  const review = app.review;
  const row = review.conversation;
  return html`<section class="pane pane-thread" aria-label=${row ? row.title : t("thread-label")}>
    <div class="thread-bar">
      ${button(
        t("show-conversations"),
        () => {
          review.front = review.front === "list" ? "thread" : "list";
          app.draw();
        },
        { kind: "plain", id: "show-conversations" },
      )}
      <div class="views" role="group" aria-label=${t("view-label")}>
        ${VIEWS.map((view) =>
          button(t(`view-${view}`), () => app.attempt(() => review.setView(view)), {
            pressed: review.view === view,
            id: `view-${view}`,
          }),
        )}
      </div>
      <div class="thread-tools">
        ${button(t("undo"), () => app.attempt(() => review.undo(false)), { disabled: !review.canUndo, id: "undo" })}
        ${button(t("redo"), () => app.attempt(() => review.undo(true)), { disabled: !review.canRedo, id: "redo" })}
      </div>
      <p class="thread-place">
        ${row && row.messages > 0
          ? t("thread-place", { at: review.thread.active + 1, all: row.messages })
          : nothing}
      </p>
    </div>
    ${review.view === "released" ? html`<p class="view-note">${t("view-released-note")}</p>` : nothing}
    ${review.view === "original" ? html`<p class="view-note">${t("view-original-note")}</p>` : nothing}
    ${row ? review.thread.element : html`<p class="empty">${t("thread-empty")}</p>`}
  </section>`;
}

function right(app: App): TemplateResult {
  const review = app.review;
  const counts = app.overview?.review;
  return html`<section class="pane pane-card" aria-label=${t("card-label")}>
    ${counts ? pace(app, counts) : nothing}
    ${review.card
      ? card(app, review.card)
      : review.finished || (counts && counts.open + counts.unsure === 0)
        ? html`<div class="panel">
            <h2>${t("review-done-title")}</h2>
            <p>${t("review-done", { values: counts?.values ?? 0 })}</p>
            ${button(t("review-to-finish"), () => app.toFinish(), { kind: "primary" })}
          </div>`
        : html`<p class="empty">${t("card-empty")}</p>`}
    ${written(app)} ${nextValues(app)}
    ${counts && counts.open > 0
      ? html`<div class="card-foot">
          ${button(t("suggestions-button", { places: counts.open }), () => app.show("suggestions"), {
            kind: "link",
            id: "suggestions",
          })}
        </div>`
      : nothing}
    <p class="hidden">${t("decided-count", { decided: count(counts?.valuesDecided ?? 0) })}</p>
  </section>`;
}

/** In what capacity the message at hand, and its conversation, were written. */
function written(app: App): unknown {
  const review = app.review;
  const message = review.active;
  const row = review.conversation;
  if (!message || !row) return nothing;
  const own = message.capacityFrom === "message" ? message.capacity : null;
  return html`<details class="written" id="written">
    <summary>${t("written-title", { capacity: t(`capacity-${message.capacity}`) })}</summary>
    <p class="small">${t(`capacity-from-${message.capacityFrom}`)}</p>
    ${choose("capacity-message", t("written-message"), own, (capacity) =>
      review.setCapacity({ type: "message", message: message.id }, capacity),
    )}
    ${choose("capacity-conversation", t("written-conversation"), row.capacity, (capacity) =>
      review.setCapacity({ type: "conversation", conversation: row.id }, capacity),
    )}
    ${button(t("people-open", { likely: 0 }), () => app.toPeople(), { kind: "link" })}
  </details>`;

  function choose(
    id: string,
    label: string,
    value: Capacity | null,
    change: (capacity: Capacity | null) => Promise<void>,
  ): TemplateResult {
    return select({
      id,
      label,
      value: value ?? "",
      options: [
        { value: "", label: t("written-none") },
        ...CAPACITIES.map((one) => ({ value: one, label: t(`capacity-${one}`) })),
      ],
      change: (chosen) => app.attempt(() => change(CAPACITIES.find((one) => one === chosen) ?? null)),
    });
  }
}
