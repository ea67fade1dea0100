// Texts with marks: groups are told apart by letter, edge style and fill together; a withheld
// place is a black box with its reason as real text.
import { html, nothing, type TemplateResult } from "lit-html";
import { t } from "../i18n.ts";
import type { Group, Mark } from "../protocol.gen.ts";

/** Letters of the groups; the same in every language. */
export const LETTERS: Record<Group, string> = {
  person: "P",
  id: "ID",
  contact: "@",
  sensitive: "!",
  confidential: "§",
};

export interface Piece {
  text: string;
  mark: Mark | null;
}

/** Cuts a text at its marks. Where marks lie in each other the shorter one is seen, except that a
 *  redacted mark covers everything inside it. */
export function pieces(text: string, marks: readonly Mark[], masked: boolean): Piece[] {
  const cuts = new Set([0, text.length]);
  for (const mark of marks) {
    cuts.add(Math.min(mark.span.start, text.length));
    cuts.add(Math.min(mark.span.end, text.length));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const out: Piece[] = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const start = edges[i] ?? 0;
    const end = edges[i + 1] ?? 0;
    const mark = top(marks, start, end, masked);
    const last = out.at(-1);
    if (last && last.mark === mark) last.text += text.slice(start, end);
    else out.push({ text: text.slice(start, end), mark });
  }
  return out;
}

function top(marks: readonly Mark[], start: number, end: number, masked: boolean): Mark | null {
  let found: Mark | null = null;
  for (const mark of marks) {
    if (mark.span.start > start || mark.span.end < end) continue;
    if (!found) {
      found = mark;
      continue;
    }
    const longer = mark.span.end - mark.span.start > found.span.end - found.span.start;
    const hides = masked && mark.outcome === "redact";
    const hidden = masked && found.outcome === "redact";
    if (hides !== hidden ? hides : hides ? longer : !longer) found = mark;
  }
  return found;
}

/** The text of a mask as it stands in the released copy. */
export function mask(label: string): TemplateResult {
  return html`<span class="mask">${label}</span>`;
}

/** A text with its marks. `pick` opens the value of a mark. */
export function marked(
  text: string,
  marks: readonly Mark[],
  current: number | null,
  pick: (finding: number) => void,
): TemplateResult {
  return html`${pieces(text, marks, true).map((piece) => {
    const mark = piece.mark;
    if (!mark) return piece.text;
    const inside =
      mark.outcome === "redact"
        ? mask(mark.mask ?? t(`category-${mark.category}`))
        : html`<mark class="mark group-${mark.group} state-${mark.outcome}" data-letter=${LETTERS[mark.group]}
            >${piece.text}<span class="hidden">${t("mark-hint", {
              category: t(`category-${mark.category}`),
              state: t(`outcome-${mark.outcome}`),
            })}</span></mark
          >`;
    return html`<span
      class="place ${mark.finding === current ? "is-current" : ""}"
      data-finding=${mark.finding}
      @click=${() => pick(mark.finding)}
      >${inside}</span
    >`;
  })}`;
}

/** The sign of a group before a value in a list. */
export function badge(group: Group): TemplateResult {
  return html`<span class="badge group-${group}" aria-hidden="true">${LETTERS[group]}</span>`;
}

/** Shows content only when it is there. */
export function optional(content: unknown): unknown {
  return content === null || content === undefined || content === "" ? nothing : content;
}
