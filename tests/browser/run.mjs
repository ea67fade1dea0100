// The page in real browsers. Started by `cargo xtask test`; one line per check, a summary at the end.
import { settings as read, fresh } from "./lib/arguments.mjs";

const SUITES = ["whole-job", "engine", "leaks", "use", "cases", "people", "formats"];
/** A check that takes longer hangs. */
const LIMIT_MS = 180_000;

const settings = read(process.argv.slice(2));
let passed = 0;
let failed = 0;

fresh(settings.work);

/** Runs one suite in one engine; gives what passed and failed. */
async function attempt(engine, name) {
  const count = { passed: 0, failed: 0 };
  const report = {
    note: (text) => console.log(`        ${engine}: ${text}`),
    /** Runs one check; true when it passed. */
    check: async (what, check) => {
      const begun = Date.now();
      let timer;
      const limit = new Promise((_, late) => {
        timer = setTimeout(() => late(new Error(`not done after ${LIMIT_MS / 1000} s`)), LIMIT_MS);
      });
      try {
        await Promise.race([check(), limit]);
        count.passed += 1;
        console.log(`ok      ${engine}: ${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
        return true;
      } catch (error) {
        count.failed += 1;
        console.log(`FAILED  ${engine}: ${what}`);
        for (const line of String(error?.message ?? error).split("\n").slice(0, 12)) console.log(`        ${line}`);
        return false;
      } finally {
        clearTimeout(timer);
      }
    },
  };
  const { run } = await import(`./suites/${name}.mjs`);
  try {
    await run(engine, settings, report);
  } catch (error) {
    await report.check(`${name} runs`, () => {
      throw error;
    });
  }
  return count;
}

const again = [];
for (const engine of settings.engines) {
  for (const name of SUITES.filter((one) => !settings.only || settings.only === one)) {
    let count = await attempt(engine, name);
    if (count.failed > 0) {
      // A browser on a loaded machine may lose a click; what is broken fails both times.
      console.log(`        ${engine}: ${name} runs a second time, in a new browser`);
      count = await attempt(engine, name);
      if (count.failed === 0) again.push(`${name} in ${engine}`);
    }
    passed += count.passed;
    failed += count.failed;
  }
}
if (again.length > 0) console.log(`Green only the second time: ${again.join(", ")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
