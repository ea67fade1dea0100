// A message as the released copy has it, drawn from one line of its JSON file and from nothing
// else (redact::ReleasedMessage): texts are lists of `{text}` and `{mask}`.
import { html, nothing, type TemplateResult } from "lit-html";
import { t } from "../i18n.ts";
import type { MessageView } from "../protocol.gen.ts";

interface ReleasedLine {
  time?: string | null;
  capacity?: string;
  sender?: { name: string } | null;
  withheld?: string;
  subject?: Segment[];
  quoted?: Segment[];
  body?: Segment[];
  linkPreview?: Segment[];
  callSeconds?: number | null;
  edited?: boolean;
  attachments?: { kind: string; file?: string; withheld?: string }[];
}
type Segment = { text: string } | { mask: string };

/** `undefined` while the line is loading, `null` where the message is not in the copy. */
export function releasedMessage(line: string | null | undefined, message: MessageView): TemplateResult {
  if (line === undefined) return html`<p class="meta">${t("message-loading")}</p>`;
  if (line === null) return html`<p class="meta">${t("released-outside", { time: message.time })}</p>`;
  const released = JSON.parse(line) as ReleasedLine;
  return html`<p class="meta">
      ${released.sender ? html`<span class="sender"><bdi>${released.sender.name}</bdi></span> · ` : nothing}<span
        class="time"
        >${(released.time ?? "").replace("T", " ")}</span
      >${released.capacity ? html` · ${t(`capacity-${released.capacity}`)}` : nothing}${released.edited ? html` · ${t("badge-edited")}` : nothing}
    </p>
    ${released.withheld ? html`<p class="text">${box(released.withheld)}</p>` : nothing}
    ${released.callSeconds === undefined
      ? nothing
      : html`<p class="kind">
          ${released.callSeconds === null ? t("kind-call-missed") : t("kind-call", { seconds: released.callSeconds })}
        </p>`}
    ${text(released.subject, "subject")} ${text(released.quoted, "quoted")} ${text(released.body, "")}
    ${text(released.linkPreview, "quoted")}
    ${released.attachments?.map(
      (one) => html`<p class="text">${one.withheld ? box(one.withheld) : html`<span class="file-name">${one.file}</span>`}</p>`,
    )}`;
}

function text(segments: Segment[] | undefined, kind: string): unknown {
  if (!segments || segments.length === 0) return nothing;
  const pieces = segments.map((one) => ("mask" in one ? box(one.mask) : one.text));
  return html`<p class="text ${kind}">${pieces}</p>`;
}

function box(label: string): TemplateResult {
  return html`<span class="mask">${label}</span>`;
}
