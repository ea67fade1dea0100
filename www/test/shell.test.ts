// What the shell lets through: names of files and of journal records, and the data blocks.
import { gzipSync } from "node:zlib";
import { base64, gunzip } from "../src/blocks.ts";
import { nameAllowed as recordName } from "../src/journal.ts";
import { nameAllowed as fileName } from "../src/saving.ts";
import { PartCrypto } from "../src/crypto.ts";
import { equal, test } from "./assert.ts";

test("plain file names are allowed", () => {
  for (const name of ["maskera.zip", "Nøgleark – sag 1.txt", "bevis.html"]) equal(fileName(name), true);
});

test("names that could go elsewhere or deceive are refused", () => {
  const bad = ["", ".", "..", "a/b", "a\\b", "C:x", "a\u0000", "x\u202Egpj.exe", ".hidden", "end.", "a".repeat(151), 7, null];
  for (const name of bad) equal(fileName(name), false);
});

test("journal records have random names only", () => {
  equal(recordName("case-0123456789abcdef"), true);
  for (const name of ["case-1", "case-0123456789abcdeg", "x-0123456789abcdef", "", 1]) equal(recordName(name), false);
});

test("blocks come back as they were", async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(10_000));
  const block = gzipSync(bytes).toString("base64");
  equal([...new Uint8Array(await gunzip(base64(block).buffer))], [...bytes]);
});

test("a part goes through WebCrypto and back, and a wrong tag is refused", async () => {
  const parts = new PartCrypto();
  const key = new Uint8Array(32).fill(1);
  const nonce = new Uint8Array(12).fill(2);
  const data = new Uint8Array([1, 2, 3]);
  const sealed = await parts.part({ index: 0, key, nonce, data, encrypt: true });
  equal(sealed.length, 3 + 16);
  equal([...(await parts.part({ index: 0, key, nonce, data: sealed, encrypt: false }))], [...data]);
  sealed[0] = (sealed[0] ?? 0) ^ 1;
  const opened = await parts.part({ index: 0, key, nonce, data: sealed, encrypt: false }).then(
    () => true,
    () => false,
  );
  equal(opened, false);
});
