// What is searched and what is not: the engine's two lists, the same before the search, on the
// finish screen and in the receipt.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { list, t } from "../i18n.ts";

export function searched(app: App): TemplateResult {
  return html`<p>${t("scan-searches")}</p>
    <ul class="bullets small" id="searched">
      ${(app.overview?.searched ?? []).map((id) => html`<li>${t(`searched-${id}`)}</li>`)}
    </ul>`;
}

export function notSearched(app: App): TemplateResult {
  return html`<p class="warn">${t("scan-not-searched")}</p>
    ${notSearchedList(app)}`;
}

export function notSearchedList(app: App): TemplateResult {
  return html`<ul class="bullets small" data-not-searched>
    ${(app.overview?.notSearched ?? []).map((id) => html`<li>${t(`not-searched-${id}`)}</li>`)}
  </ul>`;
}

/** Kinds that a person or the profile switched off. */
export function switchedOff(app: App): unknown {
  const kinds = (app.overview?.search.off ?? []).map((category) => t(`category-${category}`));
  return kinds.length === 0 ? nothing : html`<p class="small" data-off>${t("search-off", { kinds: list(kinds) })}</p>`;
}
