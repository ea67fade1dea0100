// People: who has which names and numbers, who may be the same person, who is the owner, and in
// what capacity everybody writes.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, heading, select, textField } from "../components/controls.ts";
import { t } from "../i18n.ts";
import type { Capacity, LikelyAccountRow, LikelyPersonRow, PeoplePage, PersonRow } from "../protocol.gen.ts";
import { CAPACITIES } from "./people-model.ts";

export function peopleScreen(app: App): TemplateResult {
  const people = app.people;
  const page = people.page;
  return html`<section class="sheet people">
    ${heading(t("people-title"), t("people-lead"))}
    <div class="buttons">
      ${button(t("back-to-files"), () => app.go("load"), { id: "people-back" })}
      ${button(t("undo"), () => app.attempt(() => people.undo(false)), {
        disabled: !(page?.canUndo ?? false),
        id: "people-undo",
      })}
      ${button(t("redo"), () => app.attempt(() => people.undo(true)), {
        disabled: !(page?.canRedo ?? false),
        id: "people-redo",
      })}
    </div>
    ${page ? html`${suggestions(app, page)} ${list(app, page)}` : html`<p class="empty">${t("people-working")}</p>`}
  </section>`;
}

function suggestions(app: App, page: PeoplePage): unknown {
  const count = page.likely.length + page.likelyMore + page.likelyAccounts.length;
  if (count === 0) return nothing;
  return html`<section class="panel" aria-labelledby="likely-title">
    <h2 id="likely-title">${t("likely-title", { pairs: count })}</h2>
    <p class="hint">${t("likely-hint")}</p>
    <ul class="pairs">
      ${page.likelyAccounts.map((pair) => likelyAccount(app, pair))} ${page.likely.map((pair) => likely(app, pair))}
    </ul>
    ${page.likelyMore > 0 ? html`<p class="small">${t("likely-more", { pairs: page.likelyMore })}</p>` : nothing}
  </section>`;
}

function likely(app: App, pair: LikelyPersonRow): TemplateResult {
  const { one, other } = pair;
  const about = `${pair.oneLabel} · ${pair.otherLabel}`;
  const rule = (same: boolean) => (): unknown =>
    app.attempt(() =>
      app.people.rule({ type: "same-person", one, other, same }, t(same ? "likely-accepted" : "likely-refused")),
    );
  return html`<li class="pair" data-pair="${one}-${other}">
    <p><bdi>${pair.oneLabel}</bdi></p>
    <p><bdi>${pair.otherLabel}</bdi></p>
    <p class="small">${t(`likely-${pair.reason}`)}</p>
    <div class="actions two">
      ${button(t("likely-same"), rule(true), { about, id: `same-${one}-${other}` })}
      ${button(t("likely-other"), rule(false), { about, id: `other-${one}-${other}` })}
    </div>
  </li>`;
}

function likelyAccount(app: App, pair: LikelyAccountRow): TemplateResult {
  const { one, other } = pair;
  const about = `${pair.oneName} · ${pair.otherName}`;
  const rule = (same: boolean) => (): unknown =>
    app.attempt(() =>
      app.people.rule({ type: "same-account", one, other, same }, t(same ? "likely-accepted" : "likely-refused")),
    );
  return html`<li class="pair">
    <p class="file-name">${pair.oneName}</p>
    <p class="file-name">${pair.otherName}</p>
    <p class="small">${t("likely-account")}</p>
    <div class="actions two">
      ${button(t("likely-same-account"), rule(true), { about })}
      ${button(t("likely-other-account"), rule(false), { about })}
    </div>
  </li>`;
}

function list(app: App, page: PeoplePage): TemplateResult {
  const people = app.people;
  return html`<h2>${t("people-list", { people: page.all })}</h2>
    <div class="fields">
      ${textField({
        id: "people-filter",
        type: "search",
        label: t("people-filter"),
        value: people.query,
        input: (query) => people.find(query),
      })}
      <div class="field">
        ${capacityFilter("people-capacity", people.capacity, (capacity) =>
          app.attempt(() => people.filter(capacity)),
        )}
      </div>
    </div>
    <p class="small" role="status">${counts(page)}</p>
    ${page.people.length === 0 ? html`<p class="empty">${t("people-none")}</p>` : nothing}
    <ul class="persons">
      ${page.people.map((person) => row(app, person))}
    </ul>
    ${page.total > page.people.length ? button(t("show-more"), () => app.attempt(() => people.more())) : nothing}`;
}

function counts(page: PeoplePage): string {
  return t("people-counts", { shown: page.people.length, total: page.total, unknown: page.capacities.unknown });
}

function row(app: App, person: PersonRow): TemplateResult {
  const people = app.people;
  return html`<li class="person panel" data-person=${person.id}>
    <div>
      <h3><bdi>${person.name}</bdi> ${person.owner ? html`<span class="tag">${t("person-owner")}</span>` : nothing}</h3>
      ${person.names.length > 0
        ? html`<p class="small">${t("person-names")} ${person.names.map((name, at) => html`${at > 0 ? ", " : nothing}<bdi>${name}</bdi>`)}</p>`
        : nothing}
      ${person.handles.length > 0
        ? html`<p class="small handles">${person.handles.map((handle, at) => html`${at > 0 ? ", " : nothing}<bdi>${handle}</bdi>`)}</p>`
        : nothing}
      <p class="small">${t("person-counts", { messages: person.messages, conversations: person.conversations })}</p>
    </div>
    <div class="person-tools">
      ${select({
        id: `capacity-${person.id}`,
        label: t("capacity-of", { name: person.name }),
        labelHidden: true,
        value: person.capacity,
        options: CAPACITIES.map((one) => ({ value: one, label: t(`capacity-${one}`) })),
        change: (value) => {
          const capacity = CAPACITIES.find((one) => one === value) ?? "unknown";
          return app.attempt(() => people.setCapacity({ type: "person", participant: person.id }, capacity));
        },
      })}
      ${button(
        t(person.owner ? "person-not-owner" : "person-make-owner"),
        () =>
          app.attempt(() =>
            people.rule({ type: "set-own", participant: person.id, own: !person.owner }, t("announce-owner")),
          ),
        { kind: "link", about: person.name, id: `own-${person.id}` },
      )}
    </div>
    ${person.parts.length > 0 ? parts(app, person) : nothing}
  </li>`;
}

/** Where the person stands in the sources, and a way to take one out. */
function parts(app: App, person: PersonRow): TemplateResult {
  const [first] = person.parts;
  return html`<details class="small person-parts">
    <summary>${t("person-parts", { parts: person.parts.length })}</summary>
    <ul>
      ${person.parts.map(
        (part) =>
          html`<li>
            <bdi>${part.label}</bdi> · <span class="file-name">${part.source}</span>
            ${first && part.id !== first.id
              ? button(
                  t("person-split"),
                  () =>
                    app.attempt(() =>
                      app.people.rule(
                        { type: "same-person", one: first.id, other: part.id, same: false },
                        t("likely-refused"),
                      ),
                    ),
                  { kind: "link", about: part.label },
                )
              : nothing}
          </li>`,
      )}
    </ul>
  </details>`;
}

/** A choice of one capacity or all. */
export function capacityFilter(
  id: string,
  value: Capacity | null,
  change: (capacity: Capacity | null) => unknown,
): TemplateResult {
  return select({
    id,
    label: t("capacity-filter"),
    value: value ?? "",
    options: [
      { value: "", label: t("capacity-any") },
      ...CAPACITIES.map((one) => ({ value: one, label: t(`capacity-${one}`) })),
    ],
    change: (chosen) => change(CAPACITIES.find((one) => one === chosen) ?? null),
  });
}
