// The page's engine, byte for byte, in node: import of one file, scan with and without names. Started
// by `cargo xtask bench`. Arguments: glue, module, export, runs. Node has neither FileReaderSync nor files in
// workers: a stand-in hands out slices of the file that was read into memory before.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const [gluePath, modulePath, exportPath, runs] = process.argv.slice(2);

class Slice {
  constructor(bytes) {
    this.bytes = bytes;
    this.size = bytes.byteLength;
    this.name = "export.xml";
  }
  slice(from, to) {
    return new Slice(this.bytes.subarray(from, to));
  }
}

globalThis.FileReaderSync = class {
  readAsArrayBuffer({ bytes }) {
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  }
};
globalThis.maskeraStopped = (at) => console.error(`the engine stopped at ${at}`);
vm.runInThisContext(`${readFileSync(gluePath, "utf8")};globalThis.wasm_bindgen = wasm_bindgen;`);
wasm_bindgen.initSync({ module: new WebAssembly.Module(readFileSync(modulePath)) });
const bytes = readFileSync(exportPath);

/** Steps a job to its end; seconds of processor time of all threads (the compiler's too). */
function run(engine, job) {
  const begun = process.cpuUsage();
  engine.start(job, false);
  for (;;) {
    const step = engine.step();
    if (step.type !== "done") continue;
    const { user, system } = process.cpuUsage(begun);
    return { seconds: (user + system) / 1e6, result: step.result };
  }
}

let best = null;
for (let n = 0; n < Number(runs); n += 1) {
  const engine = new wasm_bindgen.Engine({});
  const file = engine.addFile(new Slice(bytes), "export.xml");
  const load = run(engine, { type: "load", files: [file] });
  const scan = run(engine, { type: "scan" });
  engine.call({ type: "set-search", preset: "normal", off: ["person"] });
  const rules = run(engine, { type: "scan" });
  const times = {
    import: load.seconds,
    scan: scan.seconds,
    rules: rules.seconds,
    messages: load.result.value.messages,
  };
  engine.free();
  if (!best || times.import + times.scan < best.import + best.scan) best = times;
}
console.log(JSON.stringify(best));
