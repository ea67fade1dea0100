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

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Every file below a folder, with its checksum. */
export function checksums(folder) {
  const sums = {};
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const full = join(path, entry.name);
      if (entry.isDirectory()) walk(full);
      else sums[relative(folder, full)] = sha256(readFileSync(full));
    }
  };
  walk(folder);
  return sums;
}

/** A file with the passphrase, for the programs that read one. */
export function secretFile(folder, passphrase) {
  const path = join(folder, "secret.txt");
  writeFileSync(path, passphrase);
  return path;
}

/** Checks and opens a bundle with the command; gives the folder. */
export function byCommand(settings, bundle, passphrase, folder) {
  const secret = secretFile(folder, passphrase);
  const opened = join(folder, "opened");
  run(settings.command, ["verify", bundle, "--passphrase-file", secret]);
  run(settings.command, ["open", bundle, "--passphrase-file", secret, "--out", opened]);
  return opened;
}

/** Unpacks a ZIP; gives the names on its top level. */
export function unzip(settings, file, folder) {
  run(settings.python, ["-m", "zipfile", "-e", file, folder]);
  return readdirSync(folder).sort();
}

/** The inner ZIP by the script that lies in the unpacked bundle. */
export function byScript(settings, unpacked, passphrase, folder) {
  const inner = join(folder, "inner.zip");
  const secret = secretFile(folder, passphrase);
  run(settings.python, ["-B", join(unpacked, "open.py"), unpacked, "--out", inner, "--passphrase-file", secret]);
  return inner;
}

/** The inner ZIP by openssl alone: every part decrypted, one after the other. */
export function byOpenssl(unpacked, passphrase, folder) {
  const parts = readdirSync(unpacked).filter((name) => name.endsWith(".p7m")).sort();
  const plain = parts.map((name) =>
    run("openssl", ["cms", "-decrypt", "-inform", "DER", "-binary", "-in", join(unpacked, name), "-pwri_password", passphrase], {
      encoding: "buffer",
    }),
  );
  const inner = join(folder, "inner.zip");
  writeFileSync(inner, Buffer.concat(plain));
  return inner;
}

export { run, sha256 };
