/**
 * Takes one uploaded file off the network. At most 2 MB of it is held, whatever is sent: the rest of a larger file is read
 * and dropped as it comes, so that the browser, which only listens once it has sent everything, gets its answer.
 */
import "server-only";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { LARGEST_FILE_BYTES, NO_FILE, NOT_WHOLE, TOO_LARGE } from "./upload-rules.ts";

export type Upload = { readonly fileName: string; readonly bytes: Uint8Array };

/** The file of a multipart form, or the sentence that says why there is none. Reads the request to its end. */
export async function receiveUpload(request: Request): Promise<Upload | { readonly refusal: string }> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!request.body) return { refusal: NO_FILE };
  const body = Readable.fromWeb(request.body as ReadableStream);
  try {
    return await parse(body, contentType);
  } catch {
    return { refusal: NOT_WHOLE };
  } finally {
    body.unpipe();
    body.resume();
    await finished(body, { writable: false }).catch(() => {});
  }
}

function parse(body: Readable, contentType: string): Promise<Upload | { readonly refusal: string }> {
  return new Promise((resolve, reject) => {
    const parser = new Busboy({
      headers: { "content-type": contentType },
      limits: { fileSize: LARGEST_FILE_BYTES, files: 1, fields: 0 },
    });
    let upload: Upload | { readonly refusal: string } = { refusal: NO_FILE };
    parser.on("file", (_field, stream, fileName) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      // An upload that breaks off is an error of the part too; nobody listening would end the whole portal.
      stream.on("error", reject);
      stream.on("limit", () => resolve({ refusal: TOO_LARGE }));
      stream.on("end", () => {
        if (chunks.length > 0 || fileName) upload = { fileName, bytes: new Uint8Array(Buffer.concat(chunks)) };
      });
    });
    parser.on("finish", () => resolve(upload));
    parser.on("error", reject);
    body.on("error", reject);
    body.pipe(parser);
  });
}
