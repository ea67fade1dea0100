// Findings of the conversations that a running search is through with: to be read, not yet decided.
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../components/controls.ts";
import { count, day, t } from "../i18n.ts";
import type { FoundIn, FoundPlace } from "../protocol.gen.ts";
import { quoted } from "./finish.ts";
import type { SoFar } from "./so-far-model.ts";

export function soFar(early: SoFar): unknown {
  const found = early.found;
  if (!found || found.finished === 0) return nothing;
  const places = found.kinds.reduce((sum, kind) => sum + kind.places, 0);
  return html`<section class="so-far" aria-labelledby="so-far">
    <h2 id="so-far">${t("so-far-title")}</h2>
    <p>${t("so-far-note", { finished: found.finished, all: found.conversations })}</p>
    ${found.rows.length > 0
      ? html`<h3>${t("so-far-conversations")}</h3>
          <p class="hint">${t("so-far-look")}</p>
          ${found.rows.map((row) => conversation(early, row))}
          ${rest(found.rows, places) ? button(t("show-more"), () => early.more(), { id: "so-far-more" }) : nothing}
          <h3>${t("so-far-kinds")}</h3>`
      : nothing}
    <table class="files">
      <tbody>
        ${found.kinds.map(
          (kind) => html`<tr>
            <th scope="row">${t(`category-${kind.category}`)}</th>
            <td class="numeric">${count(kind.places)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** Whether conversations with findings are not named yet. */
function rest(rows: readonly FoundIn[], places: number): boolean {
  return rows.reduce((sum, row) => sum + row.places, 0) < places;
}

function conversation(early: SoFar, row: FoundIn): TemplateResult {
  const known = early.opened.get(row.conversation);
  const look = (event: Event): void => {
    const open = event.target instanceof HTMLDetailsElement && event.target.open;
    if (open && !early.opened.has(row.conversation)) void early.look(row.conversation);
  };
  return html`<details class="so-far-one" data-conversation=${row.conversation} @toggle=${look}>
    <summary><bdi>${row.title}</bdi> <span class="numeric">${count(row.places)}</span></summary>
    ${known
      ? html`<ul class="places">
            ${known.places.map(place)}
          </ul>
          ${known.total > known.places.length
            ? button(t("show-more"), () => early.look(row.conversation), { kind: "link", about: row.title })
            : nothing}`
      : nothing}
  </details>`;
}

function place(one: FoundPlace): TemplateResult {
  const when = one.day === null ? one.time : `${day(one.day)} ${one.time}`;
  return html`<li class="occurrence">
    ${quoted(one)} <span class="small">${t(`category-${one.category}`)} · ${when.trim()}</span>
  </li>`;
}
