/**
 * Entry of the sandboxed frame: locks WebRTC away first, then waits for the shell's port and data
 * blocks, starts the engine and hands over to the application.
 */
import { LEFT } from "./lockdown.ts";
import { startApp } from "./app.ts";
import { EngineClient } from "./client.ts";
import type { Start } from "./wire.ts";

/** How often the frame says hello until the shell has heard it, in ms. */
const HELLO_EVERY = 50;

function hello(): Promise<[MessagePort, Start]> {
  return new Promise((resolve) => {
    const say = () => window.parent.postMessage("hello", "*");
    const timer = setInterval(say, HELLO_EVERY);
    const listen = (event: MessageEvent<Start>) => {
      const port = event.ports[0];
      // The shell's origin may be "null" (from disk): the source is what counts.
      if (event.source !== window.parent || !port) return;
      window.removeEventListener("message", listen);
      clearInterval(timer);
      resolve([port, event.data]);
    };
    window.addEventListener("message", listen);
    say();
  });
}

async function boot(): Promise<void> {
  const note = document.getElementById("note");
  if (LEFT.length > 0 || window.parent === window) {
    if (note) note.hidden = false;
    return;
  }
  const [port, start] = await hello();
  try {
    startApp(await EngineClient.start(port, start));
  } catch (error) {
    if (note) note.hidden = false;
    throw error;
  }
}

void boot();
