// Bundles outside of the page: with the command, with the script that lies in the bundle, and with
// openssl alone.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

function run(program, args, options = {}) {
  try {
    return execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"], ...options });
  } catch (error) {
    throw new Error(`${program} ${args[0]}: ${error.stderr || error.stdout || error.message}`);
  }
}

/** Every file below a folder, with its checksum. */
export function checksums(folder) {
  const sums = {};
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const full = join(path, entry.name);
      if (entry.isDirectory()) walk(full);
      else sums[relative(folder, full)] = createHash("sha256").update(readFileSync(full)).digest("hex");
    }
  };
  walk(folder);
  return sums;
}

export function byCommand(settings, bundle, passphrase, folder) {
  const secret = join(folder, "secret.txt");
  writeFileSync(secret, passphrase);
  run(settings.command, ["verify", bundle, "--passphrase-file", secret]);
  run(settings.command, ["open", bundle, "--passphrase-file", secret, "--out", join(folder, "opened")]);
  return checksums(join(folder, "opened"));
}

/** Unpacks the bundle's outer ZIP. */
export function outer(settings, bundle, folder) {
  run(settings.python, ["-m", "zipfile", "-e", bundle, folder]);
  return readdirSync(folder).sort();
}

/** The inner ZIP by the script that lies in the bundle. */
export function byScript(settings, folder, passphrase) {
  const secret = join(folder, "..", "script-secret.txt");
  writeFileSync(secret, passphrase);
  return { secret, said: run(settings.python, [join(folder, "open.py"), "--help"]) };
}

export { run };
