// Hits of the search over every text of the case.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button } from "../components/controls.ts";
import { t } from "../i18n.ts";
import type { SearchHit, Utf16Span } from "../protocol.gen.ts";

export function hits(app: App): TemplateResult {
  const result = app.review.result;
  if (!result) return html``;
  return html`<div class="hits">
    <div class="pane-facts">
      <h2 class="small-heading">${t("search-count", { hits: result.total })}</h2>
      ${button(t("search-clear"), () => app.attempt(() => app.review.search("")), { kind: "link" })}
    </div>
    ${result.done ? nothing : html`<p class="empty">${t("search-working", { searched: result.searched })}</p>`}
    ${result.done && result.total === 0 ? html`<p class="empty">${t("search-none")}</p>` : nothing}
    <ul class="conversations">
      ${result.hits.map((hit) => row(app, hit))}
    </ul>
    ${result.done && result.total > result.hits.length
      ? html`<p class="pane-facts">${t("search-more", { hits: result.total - result.hits.length })}</p>`
      : nothing}
  </div>`;
}

function row(app: App, hit: SearchHit): TemplateResult {
  return html`<li>
    <button type="button" class="conversation hit" @click=${() => void app.attempt(() => app.review.jump(hit.message))}>
      <span class="conversation-title"><bdi>${hit.title}</bdi></span>
      <span class="conversation-facts"
        >${hit.sender === null ? nothing : html`<bdi>${hit.sender}</bdi> · `}${hit.time}</span
      >
      <span class="snippet">${highlighted(hit.snippet, hit.spans)}</span>
    </button>
  </li>`;
}

function highlighted(text: string, spans: readonly Utf16Span[]): unknown[] {
  const out: unknown[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    out.push(text.slice(at, span.start), html`<b>${text.slice(span.start, span.end)}</b>`);
    at = span.end;
  }
  out.push(text.slice(at));
  return out;
}
