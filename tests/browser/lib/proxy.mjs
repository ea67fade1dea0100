// A loopback proxy that serves one file under a made-up host name over plain http. The name is not
// localhost, so the page is no secure context there and has no WebCrypto. Everything else that is
// asked of it is refused and counted.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";

/** `.test` is reserved for testing (RFC 6761 §6.2). */
export const HOST = "maskera.test";

export class Proxy {
  others = [];

  static async open(file) {
    const proxy = new Proxy();
    proxy.server = createServer(async (request, response) => {
      const url = new URL(request.url, `http://${request.headers.host ?? HOST}`);
      if (url.hostname !== HOST || url.pathname !== "/maskera.html") {
        // A browser asks for an icon and for its own services; the page does not.
        if (url.hostname === HOST && url.pathname !== "/favicon.ico") proxy.others.push(request.url);
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
      response.end(await readFile(file));
    });
    proxy.server.on("connect", (request, socket) => socket.destroy());
    await new Promise((done) => proxy.server.listen(0, "127.0.0.1", done));
    proxy.port = proxy.server.address().port;
    return proxy;
  }

  get url() {
    return `http://${HOST}/maskera.html`;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
