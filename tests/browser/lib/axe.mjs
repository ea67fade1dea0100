// axe-core on the screen that stands there: WCAG 2.2 A and AA.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function axe(driver, screen) {
  if (!(await driver.frame(() => typeof window.axe === "object"))) await driver.frame(source);
  const found = await driver.frame(async () => {
    const result = await window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    });
    return result.violations.map((one) => `${one.id}: ${one.help}; ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(" | ")}`);
  });
  assert.deepEqual(found, [], `axe on ${screen}`);
}
