// Keys, marks, spans and pace.
import { Keys, KEYS } from "../src/keys.ts";
import { pieces } from "../src/components/marks.ts";
import type { Mark } from "../src/protocol.gen.ts";
import { Pace } from "../src/views/pace.ts";
import { spanOfSelection } from "../src/views/selection.ts";
import { equal, test } from "./assert.ts";

const standard = new Keys();
const commandOf = (pressed: Parameters<Keys["command"]>[0], keys = standard) => keys.command(pressed);

const press = (key: string, more: object = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test("every listed key gives its command", () => {
  for (const { command, key } of KEYS) {
    if (command === "basis") continue;
    const parts = key.split("+");
    const found = commandOf(
      press(parts.at(-1) ?? "", { shiftKey: parts.includes("Shift"), ctrlKey: parts.includes("Ctrl") }),
    );
    equal(found?.command, command);
  }
  equal(commandOf(press("3")), { command: "basis", digit: 3 });
});

test("keys of the browser and capital letters are left alone", () => {
  equal(commandOf(press("r", { ctrlKey: true })), null);
  equal(commandOf(press("j", { altKey: true })), null);
  equal(commandOf(press("R", { shiftKey: true })), null);
  equal(commandOf(press("?", { shiftKey: true }))?.command, "help");
});

test("a key can be changed, switched off and taken from another command", () => {
  const moved = standard.with("redact", "B");
  equal(moved.lost, "keep");
  equal(commandOf(press("b"), moved.keys)?.command, "redact");
  equal(commandOf(press("r"), moved.keys), null);
  equal(moved.keys.of("keep"), "");
  equal(moved.keys.changed, { redact: "B", keep: "" });
  const back = moved.keys.with("redact", "R").keys.with("keep", "B");
  equal(back.keys.changed, {});
  const shifted = standard.with("next", "Shift+Ø").keys;
  equal(commandOf(press("Ø", { shiftKey: true }), shifted)?.command, "next");
  equal(commandOf(press("ø"), shifted), null);
});

test("all single keys can be switched off, saving stays", () => {
  const off = standard.switched(false);
  equal(off.on, false);
  equal(commandOf(press("r"), off), null);
  equal(commandOf(press("3"), off), null);
  equal(commandOf(press("s", { ctrlKey: true }), off)?.command, "save");
  equal(off.switched(true).changed, {});
});

const mark = (finding: number, start: number, end: number, outcome: Mark["outcome"] = "open"): Mark => ({
  finding,
  span: { start, end },
  category: "person",
  group: "person",
  band: "A",
  outcome,
  mask: null,
});

test("marks inside marks: the shorter is seen, a redacted one covers all", () => {
  const text = "abcdefghij";
  const open = pieces(text, [mark(1, 0, 8), mark(2, 2, 4)], true);
  equal(
    open.map((piece) => [piece.text, piece.mark?.finding ?? 0]),
    [
      ["ab", 1],
      ["cd", 2],
      ["efgh", 1],
      ["ij", 0],
    ],
  );
  const hidden = pieces(text, [mark(1, 0, 8, "redact"), mark(2, 2, 4)], true);
  equal(
    hidden.map((piece) => [piece.text, piece.mark?.finding ?? 0]),
    [
      ["abcdefgh", 1],
      ["ij", 0],
    ],
  );
  equal(pieces(text, [mark(1, 4, 99)], true).map((piece) => piece.text).join(""), text);
});

test("selections count CR LF as one place and as two units", () => {
  const text = "ab\r\ncd\r\nef";
  equal(spanOfSelection(text, 3, 5), { start: 4, end: 6 });
  equal(spanOfSelection("abc", 1, 2), { start: 1, end: 2 });
});

test("the time estimate starts usual and follows the person", () => {
  const pace = new Pace();
  equal(pace.minutes(0), 0);
  equal(pace.minutes(60), 8);
  for (let i = 0; i < 12; i += 1) pace.decided(1, i * 2000);
  equal(pace.minutes(60), 2);
  pace.decided(1, 10_000_000);
  equal(pace.minutes(60), 2);
});
