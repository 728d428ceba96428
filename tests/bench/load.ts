/**
 * The load: a number of connections kept open, each asking again as soon as it is answered. Client and server share the
 * machine, so the client does as little as it can: it asks for gzip as browsers do, and never unpacks or keeps an answer.
 */
import http from "node:http";
import { type Burst, quantile } from "./measures.ts";

/** `headers` carry the cookie of whoever is signed in. */
export type Target = { readonly name: string; readonly url: string; readonly headers: http.OutgoingHttpHeaders };

export async function load(target: Target, connections: number, milliseconds: number): Promise<Burst> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const headers = { ...target.headers, accept: "text/html", "accept-encoding": "gzip" };
  const took: number[] = [];
  let failed = 0;
  const began = performance.now();
  const ask = async () => {
    while (performance.now() - began < milliseconds) {
      const asked = performance.now();
      const status = await answer(target.url, { agent, headers });
      if (status === 200) took.push(performance.now() - asked);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: took.length / seconds, p95: quantile(took, 0.95), failed };
}

/** The status once the last byte is here; 0 when there was no answer. */
function answer(url: string, options: http.RequestOptions): Promise<number> {
  return new Promise((resolve) => {
    http
      .get(url, options, (response) => {
        response.on("end", () => resolve(response.statusCode ?? 0));
        response.on("error", () => resolve(0));
        response.resume();
      })
      .on("error", () => resolve(0));
  });
}
