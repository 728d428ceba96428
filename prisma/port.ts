import { connect, createServer, type Server } from "node:net";

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = await listen(0, "127.0.0.1");
  const { port } = server.address() as { port: number };
  await close(server);
  return port;
}

/** Whether the portal may not listen there: somebody does, or the port needs rights that we lack. */
export async function isTaken(port: number, host: string): Promise<boolean> {
  try {
    await close(await listen(port, host));
    return false;
  } catch {
    return true;
  }
}

/**
 * Whether anybody answers at http://localhost:`port`, over IPv4 or IPv6. A browser may try IPv6 first, and macOS lets us
 * listen beside a program that listens everywhere, so that a port we may take can still lead to somebody else.
 */
export async function isAnswered(port: number): Promise<boolean> {
  const answers = await Promise.all(["127.0.0.1", "::1"].map((host) => answersAt(port, host)));
  return answers.includes(true);
}

function answersAt(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on("connect", () => settle(true));
    socket.on("error", () => settle(false));
    socket.on("timeout", () => settle(false));
  });
}

function listen(port: number, host: string): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
