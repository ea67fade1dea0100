// Keys of the review screen. They work only with the focus inside the review area and outside of
// text fields; all of them or single ones can be switched off or changed (WCAG 2.2, 2.1.4). Ctrl+S
// works everywhere.

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

/** For the key help: the command, its standard key as shown, in the order of the list. */
export const KEYS: readonly { command: Command; key: string; fixed?: true }[] = [
  { command: "next", key: "J" },
  { command: "previous", key: "K" },
  { command: "redact", key: "R" },
  { command: "keep", key: "B" },
  { command: "unsure", key: "U" },
  { command: "redact-all", key: "A" },
  { command: "keep-all", key: "Shift+B" },
  { command: "message", key: "M" },
  { command: "mark", key: "X" },
  { command: "basis", key: "1–9", fixed: true },
  { command: "note", key: "N" },
  { command: "undo", key: "Z" },
  { command: "redo", key: "Shift+Z" },
  { command: "view", key: "V" },
  { command: "search", key: "/" },
  { command: "help", key: "?" },
  { command: "save", key: "Ctrl+S", fixed: true },
];

/** What a person changed: by command its key as shown, "" where it is switched off. */
export type ChangedKeys = Readonly<Record<string, string>>;

/** Stands among the changed keys when all single keys are switched off. */
const ALL = "single-keys";

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The key of a press as it is shown and kept; null for keys that cannot be used. */
export function keyName(press: KeyPress): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if ([...press.key].length !== 1 || /[\s1-9]/u.test(press.key)) return null;
  // Layouts that reach a sign with Shift send it as the key itself.
  return /\p{L}/u.test(press.key) ? `${press.shiftKey ? "Shift+" : ""}${press.key.toUpperCase()}` : press.key;
}

/** The keys as they are now. */
export class Keys {
  #changed: ChangedKeys;

  constructor(changed: ChangedKeys = {}) {
    this.#changed = changed;
  }

  /** What differs from the standard. */
  get changed(): ChangedKeys {
    return this.#changed;
  }

  /** False when all single keys are switched off. */
  get on(): boolean {
    return this.#changed[ALL] === undefined;
  }

  /** The key of a command as shown, "" when it has none. */
  of(command: Command): string {
    return this.#changed[command] ?? KEYS.find((one) => one.command === command)?.key ?? "";
  }

  /** The command of a key press, without looking at the focus. */
  command(press: KeyPress): KeyCommand | null {
    if ((press.ctrlKey || press.metaKey) && !press.altKey) {
      return press.key.toLowerCase() === "s" && !press.shiftKey ? { command: "save", digit: 0 } : null;
    }
    if (press.altKey || !this.on) return null;
    if (/^[1-9]$/.test(press.key)) return { command: "basis", digit: Number(press.key) };
    const name = keyName(press);
    const found = name === null ? undefined : KEYS.find((one) => !one.fixed && this.of(one.command) === name);
    return found ? { command: found.command, digit: 0 } : null;
  }

  /** Switches all single keys on or off. */
  switched(on: boolean): Keys {
    const { [ALL]: _, ...rest } = this.#changed;
    return new Keys(on ? rest : { ...rest, [ALL]: "" });
  }

  /** With another key, or none (""), and the command that loses this key to it. */
  with(command: Command, key: string): { keys: Keys; lost: Command | null } {
    const lost = key === "" ? undefined : KEYS.find((one) => one.command !== command && this.of(one.command) === key);
    const changed: Record<string, string> = { ...this.#changed, [command]: key };
    if (lost) changed[lost.command] = "";
    for (const one of KEYS) if (changed[one.command] === one.key) delete changed[one.command];
    return { keys: new Keys(changed), lost: lost?.command ?? null };
  }
}

/** True where typing means text: keys must not be taken from it. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "file"].includes(target.type);
}
