// What the case covers: conversations and a period with both days included. What is left out is
// counted here and on the finish screen.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, check, heading, select, textField } from "../components/controls.ts";
import { day, period, t } from "../i18n.ts";
import { notSearched, searched, switchedOff } from "./searched.ts";
import { zones } from "./load.ts";
import type { ScopeView } from "../protocol.gen.ts";
import { searchChoice } from "./search-choice.ts";

export function scopeScreen(app: App): TemplateResult {
  const scope = app.scope;
  const review = app.review;
  if (!scope) return html`<section class="sheet">${heading(t("scope-title"))}</section>`;
  const rows = review.filtered();
  const out = new Set(scope.excluded);
  const set = (id: number, on: boolean): Promise<void> =>
    app.setScope({ excluded: on ? scope.excluded.filter((one) => one !== id) : [...scope.excluded, id] });
  return html`<section class="sheet scope">
    ${heading(t("scope-title"), t("scope-lead"))}
    <fieldset class="panel">
      <legend>${t("scope-period")}</legend>
      <p class="hint">${t("scope-period-hint", { zone: scope.zone })}</p>
      <div class="fields">
        ${textField({
          id: "scope-from",
          type: "date",
          label: t("scope-from"),
          value: scope.from ?? "",
          input: (value) => app.setScope({ from: value === "" ? null : value }),
        })}
        ${textField({
          id: "scope-to",
          type: "date",
          label: t("scope-to"),
          value: scope.to ?? "",
          input: (value) => app.setScope({ to: value === "" ? null : value }),
        })}
        <div class="field">
          ${select({
            id: "scope-zone",
            label: t("scope-zone"),
            value: scope.zone,
            options: [...new Set([scope.zone, ...zones()])].map((zone) => ({ value: zone, label: zone })),
            change: (zone) => app.setScope({ zone }),
          })}
        </div>
      </div>
      ${scope.from || scope.to
        ? html`<p>
            ${scope.from && scope.to
              ? t("scope-both", { from: day(scope.from, "long"), to: day(scope.to, "long") })
              : scope.from
                ? t("scope-only-from", { from: day(scope.from, "long") })
                : t("scope-only-to", { to: day(scope.to, "long") })}
            ${button(t("scope-all-time"), () => app.setScope({ from: null, to: null }), { kind: "link" })}
          </p>`
        : html`<p>${t("scope-whole")}</p>`}
    </fieldset>
    <fieldset class="panel">
      <legend>${t("scope-conversations", { conversations: review.conversations.length })}</legend>
      ${review.conversations.length > 8
        ? textField({
            id: "scope-filter",
            type: "search",
            label: t("conversations-filter"),
            value: review.filter,
            input: (value) => {
              review.filter = value;
              app.draw();
            },
          })
        : nothing}
      <div class="buttons">
        ${button(t("scope-include-all"), () => app.setScope({ excluded: [] }), { kind: "link" })}
        ${button(
          t("scope-exclude-all"),
          () => app.setScope({ excluded: review.conversations.map((row) => row.id) }),
          { kind: "link" },
        )}
      </div>
      <div class="checks">
        ${rows.slice(0, review.shown).map((row) =>
          check({
            id: `scope-${row.id}`,
            label: html`<bdi>${row.title}</bdi>`,
            checked: !out.has(row.id),
            change: (on) => set(row.id, on),
            hint: t("scope-row", {
              inside: row.inScope,
              all: row.messages,
              period: period(row.first, row.last),
            }),
          }),
        )}
      </div>
      ${rows.length === 0 ? html`<p class="empty">${t("conversations-none")}</p>` : nothing}
      ${rows.length > review.shown ? button(t("show-more"), () => review.showMore()) : nothing}
    </fieldset>
    ${peoplePart(app, scope)}
    <div class="panel plain" role="status">
      <p><strong>${t("scope-inside", { messages: scope.inside })}</strong></p>
      <ul>
        <li>${t("scope-out-conversations", { messages: scope.outsideConversation })}</li>
        ${scope.people ? html`<li>${t("scope-out-people", { messages: scope.outsidePeople })}</li>` : nothing}
        <li>${t("scope-out-period", { messages: scope.outsidePeriod })}</li>
        ${scope.undated > 0 ? html`<li>${t("scope-undated", { messages: scope.undated })}</li>` : nothing}
      </ul>
      <p class="hint">${t("scope-out-hint")}</p>
    </div>
    <h2>${t("scan-title")}</h2>
    ${searched(app)} ${notSearched(app)} ${switchedOff(app)}
    ${app.overview ? searchChoice(app, app.overview.search) : nothing}
    <div class="buttons wide">
      ${button(t("scope-go-on"), () => app.toReview(), {
        kind: "primary",
        id: "to-review",
        disabled: scope.inside === 0,
        why: "scope-why",
      })}
      ${button(t("back-to-files"), () => app.go("load"))}
    </div>
    ${scope.inside === 0 ? html`<p class="hint" id="scope-why">${t("scope-nothing")}</p>` : nothing}
  </section>`;
}

/** Only conversations that one of the chosen people takes part in. */
function peoplePart(app: App, scope: ScopeView): TemplateResult {
  const people = app.people;
  const rows = people.page?.people ?? [];
  const chosen = new Set(scope.people ?? []);
  const set = (id: number, on: boolean): Promise<void> => {
    const next = on ? [...chosen, id] : [...chosen].filter((one) => one !== id);
    return app.setScope({ people: next.length === 0 ? null : next });
  };
  const total = people.page?.total ?? 0;
  return html`<details class="panel scope-people" id="scope-people" ?open=${chosen.size > 0}>
    <summary>
      ${chosen.size === 0 ? t("scope-people-all") : t("scope-people-some", { people: chosen.size })}
    </summary>
    <p class="hint">${t("scope-people-hint")}</p>
    ${textField({
      id: "scope-people-filter",
      type: "search",
      label: t("people-filter"),
      value: people.query,
      input: (query) => people.find(query),
    })}
    ${chosen.size > 0
      ? html`<div class="buttons">
          ${button(t("scope-people-none"), () => app.setScope({ people: null }), { kind: "link", id: "scope-people-none" })}
        </div>`
      : nothing}
    <div class="checks">
      ${rows.map((person) =>
        check({
          id: `scope-person-${person.id}`,
          label: html`<bdi>${person.name}</bdi>`,
          checked: chosen.has(person.id),
          change: (on) => set(person.id, on),
          hint: t("person-counts", { messages: person.messages, conversations: person.conversations }),
        }),
      )}
    </div>
    ${total > rows.length ? button(t("show-more"), () => app.attempt(() => people.more())) : nothing}
  </details>`;
}
