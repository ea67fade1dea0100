// Listening sockets on the loopback device that must hear nothing: one TCP port that speaks enough
// HTTP and WebSocket to be worth talking to, one UDP socket of the same number for STUN and QUIC.
import { createSocket } from "node:dgram";
import { createServer } from "node:net";

export class Catchers {
  connections = 0;
  requests = [];
  datagrams = 0;

  static async open() {
    const catchers = new Catchers();
    catchers.tcp = createServer((socket) => {
      catchers.connections += 1;
      socket.on("error", () => {});
      socket.once("data", (data) => {
        catchers.requests.push(data.toString("latin1").split("\r\n")[0]);
        socket.end("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\n\r\nok");
      });
    });
    await new Promise((done, failed) => {
      catchers.tcp.once("error", failed).listen(0, "127.0.0.1", done);
    });
    catchers.port = catchers.tcp.address().port;
    catchers.udp = createSocket("udp4", () => (catchers.datagrams += 1));
    await new Promise((done, failed) => {
      catchers.udp.once("error", failed).bind(catchers.port, "127.0.0.1", done);
    });
    return catchers;
  }

  /** What was heard since the last call. Connections without a byte are Chromium's speculation. */
  heard() {
    const heard = { connections: this.connections, requests: this.requests, datagrams: this.datagrams };
    this.connections = 0;
    this.requests = [];
    this.datagrams = 0;
    return heard;
  }

  close() {
    this.tcp.close();
    this.udp.close();
  }
}
