// Bundles all *.test.ts of this folder and runs them under Node: `npm test`.
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const tests = readdirSync(folder).filter((name) => name.endsWith(".test.ts"));
const out = await mkdtemp(join(tmpdir(), "maskera-page-tests-"));
try {
  const imports = [...tests.map((name) => `import "./${name}";`), 'import { runAll } from "./assert.ts";'];
  await build({
    stdin: { contents: `${imports.join("\n")}\nexport const failed = await runAll();`, resolveDir: folder, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022",
    loader: { ".ftl": "text" },
    outfile: join(out, "tests.mjs"),
  });
  const { failed } = await import(pathToFileURL(join(out, "tests.mjs")).href);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await rm(out, { recursive: true });
}
