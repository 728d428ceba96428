/**
 * The response class of the portal's HTTP server (`http.createServer({ ServerResponse })`). `settle` is called once, at
 * the last moment before headers leave, whoever wrote them: so no answer can go without them. It may also put a page of
 * its own in place of the body that was about to come.
 */
import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from "node:http";

/** Without `html` only the status is another. */
export type Instead = { readonly status: number; readonly html?: string };
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];
type Done = (error?: Error | null) => void;

export class PortalResponse extends ServerResponse<IncomingMessage> {
  settle: ((status: number) => Instead | null) | undefined;
  #replaced = false;
  #status: number | undefined;

  override writeHead(status: number, headers?: Headers): this;
  override writeHead(status: number, reason?: string, headers?: Headers): this;
  override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    const given = (typeof reason === "string" ? headers : reason) ?? {};
    const pairs = Array.isArray(given) ? [] : Object.entries(given);
    for (const [name, value] of pairs) if (value !== undefined) this.setHeader(name, value);
    if (!this.#replace(status)) super.writeHead(this.#status ?? status, Array.isArray(given) ? given : {});
    return this;
  }

  override flushHeaders(): void {
    if (!this.#replace(this.statusCode)) super.flushHeaders();
  }

  override write(chunk: unknown, encoding?: BufferEncoding | Done, done?: Done): boolean {
    if (this.#replace(this.statusCode)) return true;
    return super.write(chunk, encoding as BufferEncoding, done);
  }

  override end(chunk?: unknown, encoding?: BufferEncoding | Done, done?: Done): this {
    if (this.#replace(this.statusCode)) return this;
    return super.end(chunk, encoding as BufferEncoding, done as () => void);
  }

  /** Whether a page of ours has taken the place of whatever comes. */
  #replace(status: number): boolean {
    const { settle } = this;
    if (!settle || this.headersSent) return this.#replaced;
    this.settle = undefined;
    const instead = settle(status);
    if (instead) this.#status = instead.status;
    if (instead?.html === undefined) return false;
    this.#replaced = true;
    for (const name of ["content-encoding", "content-length", "etag", "link"]) this.removeHeader(name);
    this.setHeader("content-type", "text/html; charset=utf-8");
    this.setHeader("content-length", Buffer.byteLength(instead.html));
    super.writeHead(instead.status);
    super.end(instead.html);
    return true;
  }
}
