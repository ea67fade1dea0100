// A text area shows every line end as one character; the text may hold CR LF. Spans of the engine
// count the original text.
import type { Utf16Span } from "../protocol.gen.ts";

/** The span of the original text for a selection in a text area that shows it. */
export function spanOfSelection(text: string, start: number, end: number): Utf16Span {
  const at = (wanted: number): number => {
    let shown = 0;
    let index = 0;
    while (index < text.length && shown < wanted) {
      index += text[index] === "\r" && text[index + 1] === "\n" ? 2 : 1;
      shown += 1;
    }
    return index;
  };
  return { start: at(start), end: at(end) };
}
