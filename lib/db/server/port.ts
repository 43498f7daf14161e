import { createServer } from "node:net";

/** A TCP port that nothing on this machine listens on now: `wanted` when it is free, else any. Loopback. */
export async function freePort(wanted?: number): Promise<number> {
  return (await listenOnce(wanted ?? 0, "127.0.0.1")) ?? (await listenOnce(0, "127.0.0.1")) ?? 0;
}

/** Whether the app could listen there now; every address of the machine when `host` is undefined. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return (await listenOnce(port, host)) !== null;
}

function listenOnce(port: number, host?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
