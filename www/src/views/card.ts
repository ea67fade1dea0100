// The value that is being decided: why it was flagged, the reason, the buttons and their keys.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, select, textField } from "../components/controls.ts";
import { badge, LETTERS } from "../components/marks.ts";
import { either, list, t } from "../i18n.ts";
import type { Card, Evidence, ReviewCounts, ValueRow } from "../protocol.gen.ts";
import type { Command } from "../keys.ts";

/** Characters of a reason that its list shows. */
const BASIS_SHOWN = 34;

/** Different values left and the time that they will take. */
export function pace(app: App, counts: ReviewCounts): TemplateResult {
  const left = counts.values - counts.valuesDecided;
  return html`<div class="pace">
    <p id="pace">
      ${t("pace-decided", { decided: counts.valuesDecided, values: counts.values })} ·
      ${left > 0 ? t("pace-left", { minutes: app.review.pace.minutes(left) }) : t("pace-none")}
    </p>
    <progress max=${Math.max(1, counts.values)} .value=${counts.valuesDecided} aria-labelledby="pace"></progress>
  </div>`;
}

/** The sentence of one reason; a competing reading is named by its category. */
function why(one: Evidence): string {
  const word = one.word ?? "";
  const named = one.id === "competing" ? either(`category-${word}`, "evidence-word", { word }) : word;
  return either(`evidence-${one.id}`, "evidence-other", { word: named, id: one.id, distance: one.distance ?? 0 });
}

export function card(app: App, value: Card): TemplateResult {
  const review = app.review;
  const act = (action: "redact" | "keep" | "unsure", all: boolean) => (): Promise<void> | Promise<undefined> =>
    app.attempt(() => review.act(action, all)) as Promise<undefined>;
  // A list of one line cuts long reasons: the chosen one stands below it in full.
  const chosen = review.bases.find((basis) => basis.key === review.basis);
  const category = t("basis-category", { category: t(`category-${value.category}`) });
  const reason = chosen ? `${chosen.label} · ${chosen.title}` : category;
  const shown = review.bases.map((basis, index) => ({
    value: basis.key,
    label: index < 9 ? t("basis-numbered", { number: index + 1, label: basis.label, title: basis.title }) : `${basis.label} · ${basis.title}`,
  }));
  return html`<div class="card panel" data-finding=${value.finding}>
    <button
      type="button"
      class="sheet-handle"
      aria-expanded=${String(review.cardOpen)}
      @click=${() => {
        review.cardOpen = !review.cardOpen;
        app.draw();
      }}
    >
      ${t(review.cardOpen ? "sheet-less" : "sheet-more")}
    </button>
    <h2 class="card-value"><bdi>${value.text}</bdi></h2>
    <p class="card-kind">
      <span class="letter group-${value.group}" aria-hidden="true">${LETTERS[value.group]}</span>
      ${t(`category-${value.category}`)} · ${t(`band-${value.band}`)} ·
      ${t("card-places", { places: value.places, conversations: value.conversations })}
    </p>
    <p class="card-state">${t("card-state", { state: t(`outcome-${value.outcome}`) })}</p>
    <div class="card-more">
      <h3 class="small-heading">${t("card-why")}</h3>
      <ul class="evidence">
        ${value.evidence.map((one) => html`<li>${why(one)}</li>`)}
        ${value.forms.length > 1 ? html`<li>${t("card-forms", { list: list(value.forms) })}</li>` : nothing}
      </ul>
      <div class="basis">
        ${select({
          id: "basis",
          label: t("basis-label"),
          value: review.basis ?? "",
          options: [
            { value: "", label: category },
            ...shown,
          ],
          change: (key) => {
            review.basis = key === "" ? null : key;
            app.draw();
          },
        })}
        ${reason.length > BASIS_SHOWN ? html`<p class="small">${reason}</p>` : nothing}
      </div>
    </div>
    <div class="actions">
      ${button(t("redact"), act("redact", false), { kind: "primary", key: keyOf(app, "redact"), id: "act-redact" })}
      ${button(t("keep"), act("keep", false), { key: keyOf(app, "keep"), id: "act-keep" })}
      ${button(t("unsure"), act("unsure", false), { key: keyOf(app, "unsure"), id: "act-unsure" })}
    </div>
    <div class="actions two">
      ${value.places > 1
        ? html`${button(t("redact-all", { places: value.places }), act("redact", true), { key: keyOf(app, "redact-all"), id: "act-redact-all" })}
          ${button(t("keep-all", { places: value.places }), act("keep", true), { key: keyOf(app, "keep-all"), id: "act-keep-all" })}`
        : nothing}
      ${button(
        t(review.active?.withheld ? "show-message" : "redact-message"),
        () => app.attempt(() => review.actMessage()),
        { key: keyOf(app, "message"), id: "act-message" },
      )}
      ${button(t("mark-by-hand"), () => review.openMarking(), { key: keyOf(app, "mark"), id: "act-mark" })}
    </div>
    <div class="card-more">
      ${textField({
        id: "note",
        label: t("note-label"),
        value: review.note,
        input: (text) => {
          review.note = text;
        },
      })}
      <div class="actions two">
        ${button(t("previous"), () => app.attempt(() => review.step(true)), { key: keyOf(app, "previous") })}
        ${button(t("next"), () => app.attempt(() => review.step(false)), { key: keyOf(app, "next") })}
      </div>
    </div>
  </div>`;
}

/** The values of the conversation, open ones first. */
export function nextValues(app: App): TemplateResult {
  const review = app.review;
  return html`<div class="next">
    <h2>${t("next-title")}</h2>
    ${review.values.length === 0 ? html`<p class="empty">${t("next-none")}</p>` : nothing}
    <ul class="values">
      ${review.values.map((value) => valueRow(app, value))}
    </ul>
    ${review.valuesTotal > review.values.length
      ? html`<p class="hint">${t("next-more", { values: review.valuesTotal - review.values.length })}</p>`
      : nothing}
  </div>`;
}

function valueRow(app: App, value: ValueRow): TemplateResult {
  return html`<li>
    <button
      type="button"
      class="value"
      aria-current=${value.finding === app.review.card?.finding ? "true" : nothing}
      @click=${() => void app.attempt(() => app.review.openFinding(value.finding))}
    >
      ${badge(value.group)}
      <span class="value-text"
        ><bdi>${value.text}</bdi>
        <span class="small"
          >${t(`category-${value.category}`)} · ${t(`band-${value.band}`)} ·
          ${t("value-places", { places: value.places })}</span
        ></span
      >
      <span class="outcome outcome-${value.outcome}"
        >${value.mixed ? t("outcome-mixed") : t(`outcome-${value.outcome}`)}</span
      >
    </button>
  </li>`;
}

/** The key of a command, where single keys are on. */
function keyOf(app: App, command: Command): string {
  return app.keys.on ? app.keys.of(command) : "";
}
