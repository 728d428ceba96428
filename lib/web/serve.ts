/**
 * The portal's HTTP server: Next.js behind the front door, on one address, until a signal ends it. Requests that are
 * under way are answered first.
 */
import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { log, logError } from "#lib/log.ts";
import { frontDoor } from "./front-door.ts";
import { PortalResponse } from "./portal-response.ts";
import { routePatterns } from "./route-patterns.ts";

export type Address = { readonly host: string; readonly port: number };

/** `project` is the folder with the production build. Resolves once it listens. */
export async function serve(project: string, { host, port }: Address): Promise<void> {
  const portal = next({ dev: false, dir: project, hostname: host, port });
  await portal.prepare();
  const server = createServer(
    // Nothing here speaks another protocol: a request to change it is answered as what it else is.
    { ServerResponse: PortalResponse, shouldUpgradeCallback: () => false },
    frontDoor(portal.getRequestHandler(), routePatterns(project)),
  );
  server.on("clientError", answerUnreadable);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  log("info", "The portal serves", { host, port, node: process.version });
  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const) {
    process.once(signal, () => void stop(server, portal, code));
  }
}

async function stop(server: Server, portal: ReturnType<typeof next>, code: number): Promise<void> {
  log("info", "The portal stops");
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await portal.close().catch((error: unknown) => logError("The portal did not stop well", error));
  process.exit(code);
}

/** What Node.js could not read as a request never reaches the front door. 431 says that its headers are too long. */
function answerUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const status = STATUS[error.code ?? ""] ?? "400 Bad Request";
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\n` +
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\nX-Content-Type-Options: nosniff\r\n\r\n",
  );
}

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
