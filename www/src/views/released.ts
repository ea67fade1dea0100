// A message as the released copy has it, drawn from one line of its JSON file. Strings are shown
// as they are; masks are already part of the text.
import { html, nothing, type TemplateResult } from "lit-html";
import { t } from "../i18n.ts";
import type { MessageView } from "../protocol.gen.ts";

/** Places that the released copy masks: bracketed text from the output, never longer than this. */
const MASK = /(\[[^[\]\n]{2,120}\])/u;

/** `undefined` while the line is loading, `null` where the message is not in the copy. */
export function releasedMessage(line: string | null | undefined, message: MessageView): TemplateResult {
  if (line === undefined) return html`<p class="meta">${t("message-loading")}</p>`;
  if (line === null) return html`<p class="meta">${t("released-outside", { time: message.time })}</p>`;
  const value: unknown = JSON.parse(line);
  if (typeof value !== "object" || value === null) return html`<p class="text">${line}</p>`;
  const record = value as Record<string, unknown>;
  const text = (key: string): string | null => (typeof record[key] === "string" ? record[key] : null);
  const sender = text("sender") ?? text("from");
  const time = text("time") ?? text("local") ?? "";
  const bodies = ["subject", "body", "text", "quoted", "link_preview", "linkPreview", "note"];
  const attachments = Array.isArray(record["attachments"]) ? (record["attachments"] as unknown[]) : [];
  return html`<p class="meta">
      ${sender ? html`<span class="sender">${masks(sender)}</span> · ` : nothing}<span class="time">${time}</span>
    </p>
    ${bodies.map((key) => {
      const content = text(key);
      return content ? html`<p class="text ${key === "quoted" ? "quoted" : ""}">${masks(content)}</p>` : nothing;
    })}
    ${attachments.map((one) => html`<p class="attachment-line">${masks(describe(one))}</p>`)}`;
}

function describe(one: unknown): string {
  if (typeof one === "string") return one;
  if (typeof one !== "object" || one === null) return String(one);
  return Object.values(one)
    .filter((value) => typeof value === "string" || typeof value === "number")
    .join(" · ");
}

/** Draws bracketed places as boxes. */
function masks(text: string): TemplateResult {
  return html`${text.split(MASK).map((part, index) =>
    index % 2 === 1 ? html`<span class="mask">${part}</span>` : part,
  )}`;
}
