// The page in real browsers. Started by `cargo xtask test`; one line per check, a summary at the end.
import { settings as read, fresh } from "./lib/arguments.mjs";

const SUITES = ["whole-job", "leaks", "use"];

const settings = read(process.argv.slice(2));
let passed = 0;
let failed = 0;

fresh(settings.work);
for (const engine of settings.engines) {
  for (const name of SUITES.filter((one) => !settings.only || settings.only === one)) {
    const report = {
      note: (text) => console.log(`        ${engine}: ${text}`),
      /** Runs one check; true when it passed. */
      check: async (what, check) => {
        const begun = Date.now();
        try {
          await check();
          passed += 1;
          console.log(`ok      ${engine}: ${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
          return true;
        } catch (error) {
          failed += 1;
          console.log(`FAILED  ${engine}: ${what}`);
          for (const line of String(error?.message ?? error).split("\n").slice(0, 12)) console.log(`        ${line}`);
          return false;
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
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
