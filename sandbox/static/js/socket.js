// The stream of what happens; it reconnects by itself and says so.
const WAITS = [300, 800, 2000, 4000];

/** Resolves when it is open for the first time: what is asked for after that misses nothing. */
export function listen({ event, lost, back }) {
  let tries = 0;
  let opened = false;

  function connect() {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/events`);
    socket.addEventListener("open", () => {
      tries = 0;
      if (opened) back();
      opened = true;
      ready();
    });
    socket.addEventListener("message", (message) => event(JSON.parse(message.data)));
    socket.addEventListener("close", () => {
      if (opened && tries === 0) lost();
      setTimeout(connect, WAITS[Math.min(tries, WAITS.length - 1)]);
      tries += 1;
    });
  }
  let ready = null;
  const first = new Promise((resolve) => (ready = resolve));
  connect();
  return first;
}
