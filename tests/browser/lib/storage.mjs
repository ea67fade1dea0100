// What a page leaves in the browser: every store that its origin can reach, its address, its title.

/**
 * All of it as texts, bytes as Latin-1; how many records the database holds, and whether the browser
 * keeps a database for this page at all.
 */
export async function left(driver) {
  const shell = await driver.shell(async () => {
    const found = [document.title, location.href, document.cookie];
    const text = (value) => {
      if (typeof value === "string") return value;
      if (value instanceof ArrayBuffer) return text(new Uint8Array(value));
      if (ArrayBuffer.isView(value)) {
        let all = "";
        for (const byte of new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) all += String.fromCharCode(byte);
        return all;
      }
      if (typeof value === "object" && value !== null) return Object.entries(value).map(([key, one]) => `${key}=${text(one)}`).join(" ");
      return String(value);
    };
    const finished = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const store of [() => localStorage, () => sessionStorage]) {
      try {
        found.push(text({ ...store() }));
      } catch {
        // Not offered to this page.
      }
    }
    let records = 0;
    let keeps = true;
    try {
      for (const { name } of await indexedDB.databases()) {
        const database = await finished(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const content = database.transaction(store).objectStore(store);
          const [keys, values] = await Promise.all([finished(content.getAllKeys()), finished(content.getAll())]);
          records += values.length;
          found.push(name, store, ...keys.map(text), ...values.map(text));
        }
        database.close();
      }
    } catch {
      keeps = false;
    }
    try {
      const walk = async (folder) => {
        for await (const [name, entry] of folder.entries()) {
          found.push(name);
          if (entry.kind === "directory") await walk(entry);
          else found.push(text(await (await entry.getFile()).arrayBuffer()));
        }
      };
      await walk(await navigator.storage.getDirectory());
    } catch {
      // Not offered to this page.
    }
    try {
      found.push(...(await caches.keys()));
    } catch {
      // Not offered to this page.
    }
    return { records, keeps, found };
  });
  const frame = await driver.frame(() => [document.title, location.href]);
  return { records: shell.records, keeps: shell.keeps, texts: [...shell.found, ...frame] };
}

/** The forms in which a text may lie in a store. */
export function forms(value) {
  return [
    value,
    Buffer.from(value, "utf8").toString("latin1"),
    Buffer.from(value, "utf16le").toString("latin1"),
    encodeURIComponent(value),
  ];
}
