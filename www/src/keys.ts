// Keys of the review screen. They work only with the focus inside the review area and outside of
// text fields, and can be switched off (WCAG 2.2, 2.1.4). Ctrl+S works everywhere.

export type Command =
  | "next"
  | "previous"
  | "redact"
  | "keep"
  | "unsure"
  | "redact-all"
  | "keep-all"
  | "message"
  | "undo"
  | "redo"
  | "note"
  | "mark"
  | "search"
  | "view"
  | "help"
  | "save"
  | "basis";

/** What a key asks for; `digit` for 1 to 9, which choose a reason. */
export interface KeyCommand {
  command: Command;
  digit: number;
}

/** For the key help: the command, its key as shown, in the order of the list. */
export const KEYS: readonly { command: Command; key: string }[] = [
  { command: "next", key: "J" },
  { command: "previous", key: "K" },
  { command: "redact", key: "R" },
  { command: "keep", key: "B" },
  { command: "unsure", key: "U" },
  { command: "redact-all", key: "A" },
  { command: "keep-all", key: "Shift+B" },
  { command: "message", key: "M" },
  { command: "mark", key: "X" },
  { command: "basis", key: "1–9" },
  { command: "note", key: "N" },
  { command: "undo", key: "Z" },
  { command: "redo", key: "Shift+Z" },
  { command: "view", key: "V" },
  { command: "search", key: "/" },
  { command: "help", key: "?" },
  { command: "save", key: "Ctrl+S" },
];

const PLAIN: Record<string, Command> = {
  j: "next",
  k: "previous",
  r: "redact",
  b: "keep",
  u: "unsure",
  a: "redact-all",
  m: "message",
  x: "mark",
  n: "note",
  z: "undo",
  v: "view",
  "/": "search",
  "?": "help",
};

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The command of a key, without looking at the focus. */
export function commandOf(press: KeyPress): KeyCommand | null {
  const key = press.key.toLowerCase();
  if ((press.ctrlKey || press.metaKey) && !press.altKey) {
    return key === "s" && !press.shiftKey ? { command: "save", digit: 0 } : null;
  }
  if (press.altKey) return null;
  if (/^[1-9]$/.test(key)) return { command: "basis", digit: Number(key) };
  // Layouts that reach "/" and "?" with Shift send them as the key itself.
  if (press.shiftKey && key === "z") return { command: "redo", digit: 0 };
  if (press.shiftKey && key === "b") return { command: "keep-all", digit: 0 };
  if (press.shiftKey && /^[a-z]$/.test(key)) return null;
  const command = PLAIN[key];
  return command ? { command, digit: 0 } : null;
}

/** True where typing means text: keys must not be taken from it. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "file"].includes(target.type);
}
