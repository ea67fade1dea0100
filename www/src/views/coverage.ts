// How complete the material is: the engine's sentences, with the places to look at.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button, select } from "../components/controls.ts";
import { either, numeric, t } from "../i18n.ts";
import type { CoverageLine, CoveragePart } from "../protocol.gen.ts";

const DAYS: readonly number[] = [3, 7, 14, 30, 90];

export function coveragePanel(app: App): TemplateResult {
  const people = app.people;
  const view = people.coverage;
  const toggled = (event: Event): void => {
    const open = event.target instanceof HTMLDetailsElement && event.target.open;
    void app.attempt(() => people.showCoverage(open));
  };
  return html`<details class="panel coverage" id="coverage" ?open=${people.coverageOpen} @toggle=${toggled}>
    <summary>${t("coverage-title")}</summary>
    <p class="hint">${t("coverage-lead")}</p>
    ${view
      ? html`<div class="fields">
            <div class="field">
              ${select({
                id: "coverage-days",
                label: t("coverage-days"),
                value: String(view.days),
                options: DAYS.map((days) => ({ value: String(days), label: t("coverage-days-of", { days }) })),
                change: (days) => app.attempt(() => people.setDays(Number(days))),
              })}
            </div>
          </div>
          <p class="small">${t("coverage-zone", { zone: view.zone })}</p>
          ${view.parts.map((part) => about(app, part))}
          ${view.more > 0 ? html`<p class="small">${t("coverage-more", { conversations: view.more })}</p>` : nothing}`
      : html`<p class="empty" aria-busy="true">${t("coverage-working")}</p>`}
  </details>`;
}

function about(app: App, part: CoveragePart): TemplateResult {
  const title = part.title === "" ? t("coverage-all") : part.title;
  return html`<section class="coverage-part" data-coverage=${part.conversation ?? (part.title === "" ? "all" : "account")}>
    <h2>
      ${part.conversation === null ? nothing : html`<span class="quiet">${t("coverage-conversation")}</span> `}<bdi
        >${title}</bdi
      >
    </h2>
    <ul class="bullets">
      ${part.lines.map((one) => line(app, one, title))}
      ${part.signs.map(
        (sign) =>
          html`<li class="warn">${either(`warning-${sign.id}`, "warning-other", { ...numeric(sign.args), id: sign.id })}</li>`,
      )}
    </ul>
  </section>`;
}

function line(app: App, one: CoverageLine, title: string): TemplateResult {
  const message = one.message;
  return html`<li class=${one.warn ? "warn" : ""} data-kind=${one.kind}>
    ${one.text}
    ${message === null
      ? nothing
      : button(t("go-there"), () => app.attempt(() => app.people.jump(message)), {
          kind: "link",
          about: `${title}, ${one.text}`,
        })}
  </li>`;
}
