// One message of the thread, in the three ways to look at it. "As released" is drawn from the
// lines of the output file and from nothing else.
import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app.ts";
import { button } from "../components/controls.ts";
import { marked } from "../components/marks.ts";
import { day, list, size, t } from "../i18n.ts";
import type { AttachmentView, FieldView, MessageView } from "../protocol.gen.ts";
import { releasedMessage } from "./released.ts";

export function messageRow(app: App, index: number, active: boolean): TemplateResult {
  const review = app.review;
  const message = review.message(index);
  if (!message) {
    return html`<div class="message waiting" aria-busy="true"><p class="meta">${t("message-loading")}</p></div>`;
  }
  const card = review.card;
  const current = card && card.message === message.id ? card.finding : null;
  const separator =
    review.startsDay(index) || index === 0
      ? html`<p class="day">${message.day === null ? t("day-unknown") : day(message.day, "long")}</p>`
      : nothing;
  const body =
    review.view === "released"
      ? releasedMessage(review.released(index), message)
      : review.view === "original"
        ? original(app, message)
        : worked(app, message, current);
  return html`${separator}
    <div
      class="message ${message.direction === "out" ? "is-out" : ""} ${active ? "is-active" : ""} ${message.inScope
        ? ""
        : "is-outside"}"
    >
      ${body}
    </div>`;
}

/** Who, when, and what the source says about the message. */
function meta(message: MessageView, sender: unknown): TemplateResult {
  const facts: string[] = [];
  if (message.direction === "draft" || message.direction === "failed") facts.push(t(`direction-${message.direction}`));
  if (message.clockChange) facts.push(t("message-clock-change"));
  if (!message.inScope) facts.push(t("message-outside"));
  return html`<p class="meta">
    <span class="sender"><bdi>${sender}</bdi></span> ·
    <span class="time" title=${message.timeFull}>${message.time}</span>${facts.map((fact) => html` · ${fact}`)}
    ${badges(message)}
  </p>`;
}

/** What sources say about the message beside its words: each with its reason in words. */
function badges(message: MessageView): unknown {
  const tag = (kind: string, text: string, why: string, warn = false): TemplateResult =>
    html` <span class="tag ${warn ? "tag-warn" : ""}" data-badge=${kind} title=${why}
        >${text}<span class="hidden"> (${why})</span></span
      >`;
  const all: TemplateResult[] = [];
  if (message.capacity !== "unknown") {
    all.push(tag("capacity", t(`capacity-${message.capacity}`), t(`capacity-from-${message.capacityFrom}`)));
  }
  if (message.edited) all.push(tag("edited", t("badge-edited"), t("badge-edited-why")));
  for (const { change, source } of message.changes) {
    all.push(tag(change, t(`badge-${change}`), t(`badge-${change}-why`, { source }), true));
  }
  if (message.heldBy.length > 1) {
    all.push(
      tag("copies", t("badge-copies", { sources: message.heldBy.length }), t("badge-copies-why", { list: list(message.heldBy) })),
    );
  }
  return all;
}

function name(message: MessageView): string {
  if (message.sender !== null) return message.sender;
  return message.direction === "out" ? t("sender-owner") : t("sender-service");
}

function kind(message: MessageView): TemplateResult | typeof nothing {
  switch (message.kind) {
    case "call":
      return html`<p class="kind">
        ${message.callSeconds ? t("kind-call", { seconds: message.callSeconds }) : t("kind-call-missed")}
      </p>`;
    case "deleted":
      return html`<p class="kind">${t("kind-deleted")}</p>`;
    case "view-once":
      return html`<p class="kind">${t("kind-view-once")}</p>`;
    case "location":
      return html`<p class="kind">${t("kind-location")}</p>`;
    case "contact":
      return html`<p class="kind">${t("kind-contact")}</p>`;
    case "poll":
      return html`<p class="kind">${t("kind-poll")}</p>`;
    case "post":
    case "comment":
    case "entry":
      return html`<p class="kind">${t(`kind-${message.kind}`)}</p>`;
    case "text":
    case "media":
    case "system":
      return nothing;
  }
}

function original(app: App, message: MessageView): TemplateResult {
  return html`${meta(message, name(message))} ${kind(message)}
  ${message.fields.map((field) => fieldText(field, html`${field.text}`, field.by))}
  ${message.attachments.map((one) => attachment(app, message, one, html`${one.name ?? ""}`))}`;
}

function worked(app: App, message: MessageView, current: number | null): TemplateResult {
  const pick = (finding: number): void => void app.attempt(() => app.review.openFinding(finding));
  const sender =
    message.sender === null ? name(message) : marked(message.sender, message.senderMarks, current, pick);
  if (message.withheld !== null) {
    return html`${meta(message, sender)}
      <p class="text"><span class="mask">${message.withheld}</span></p>
      ${message.attachments.map((one) => attachment(app, message, one, html`${one.name ?? ""}`))}`;
  }
  return html`${meta(message, sender)} ${kind(message)}
  ${message.fields.map((field) =>
    fieldText(
      field,
      marked(field.text, field.marks, current, pick),
      field.by === null ? null : marked(field.by, field.byMarks, current, pick),
    ),
  )}
  ${message.attachments.map((one) =>
    attachment(app, message, one, one.name === null ? html`` : marked(one.name, one.marks, current, pick)),
  )}`;
}

function fieldText(field: FieldView, text: TemplateResult, by: unknown): TemplateResult {
  switch (field.field.kind) {
    case "subject":
      return html`<p class="text subject"><span class="field-name">${t("field-subject")}</span> ${text}</p>`;
    case "quoted":
      return html`<blockquote class="text quoted"><span class="field-name">${t("field-quoted")}</span> ${text}</blockquote>`;
    case "link-preview":
      return html`<p class="text quoted"><span class="field-name">${t("field-link-preview")}</span> ${text}</p>`;
    case "detail":
      // Spaces count in texts: none may stand between the pieces.
      return html`<p class="text quoted"><span class="field-name">${t(field.detail === null ? "field-detail" : `detail-${field.detail}`)}</span> ${
        field.by === null ? nothing : html`<span class="sender"><bdi>${by}</bdi></span> `
      }${text}</p>`;
    case "body":
    case "attachment-name":
      return html`<p class="text">${text}</p>`;
  }
}

function attachment(app: App, message: MessageView, one: AttachmentView, named: TemplateResult): TemplateResult {
  const url = app.review.picture(message.id, one);
  const facts = [
    one.mediaType ?? t("attachment-type-unknown"),
    ...(one.size === null ? [] : [size(one.size)]),
  ].join(" · ");
  const state =
    one.presence === "missing"
      ? t("attachment-missing")
      : one.presence === "omitted"
        ? t("attachment-omitted")
        : one.kept
          ? t("attachment-kept")
          : one.picture
            ? t("attachment-withheld-choice")
            : t("attachment-withheld");
  return html`<div class="attachment">
    ${one.presence === "present" && one.picture
      ? html`<div class="thumb">
          ${url ? html`<img src=${url} alt=${t("attachment-alt", { name: one.name ?? "" })} />` : nothing}
          ${url === null ? html`<span class="small">${t("attachment-no-preview")}</span>` : nothing}
        </div>`
      : nothing}
    <div class="attachment-facts">
      <p><span class="file-name">${named}</span> <span class="small">${facts}</span></p>
      <p class="small">${state}</p>
      ${one.presence === "present" && one.picture
        ? button(t(one.kept ? "attachment-withhold" : "attachment-keep"), () =>
            app.attempt(() => app.review.actAttachment(message, one)),
          )
        : nothing}
    </div>
  </div>`;
}
