// What `cargo xtask test` hands over: `--name value` pairs.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

export function settings(list) {
  const given = {};
  for (let at = 0; at < list.length; at += 2) given[list[at].replace(/^--/, "")] = list[at + 1];
  for (const name of ["page", "test-page", "command", "work", "engines"]) {
    if (!given[name]) throw new Error(`--${name} is missing: run the tests with cargo xtask test`);
  }
  return {
    engines: given.engines.split(","),
    programs: { chromium: given.chromium, firefox: given.firefox, webkit: given.webkit },
    page: given.page,
    testPage: given["test-page"],
    command: given.command,
    python: given.python ?? "python3",
    work: given.work,
    only: given.only,
    screenshots: given.screenshots,
  };
}

/** An empty folder. */
export function fresh(...path) {
  const folder = join(...path);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
