import { describe, expect, test } from "vitest";
import { receiveUpload } from "#lib/imports/receive-upload.ts";
import { LARGEST_FILE_BYTES, NO_FILE, NOT_WHOLE, TOO_LARGE } from "#lib/imports/upload-rules.ts";

const MEGABYTE = 1024 * 1024;

function requestWith(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/imports/upload", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
}

function formWith(bytes: Uint8Array<ArrayBuffer>, name: string): FormData {
  const form = new FormData();
  form.set("file", new Blob([bytes]), name);
  return form;
}

/** A form with a file of so many megabytes that is made as it is asked for, and how much was asked for. */
function streamed(megabytes: number) {
  const boundary = "b";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\n\r\n`;
  const parts = [Buffer.from(head), ...Array<null>(megabytes).fill(null), Buffer.from(`\r\n--${boundary}--\r\n`)];
  const asked = { bytes: 0, most: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) return controller.close();
      const chunk = part ?? new Uint8Array(MEGABYTE).fill(97);
      asked.bytes += chunk.length;
      asked.most = Math.max(asked.most, process.memoryUsage().arrayBuffers);
      controller.enqueue(chunk);
    },
  });
  return { request: requestWith(body, { "content-type": `multipart/form-data; boundary=${boundary}` }), asked };
}

describe("an upload", () => {
  test("arrives with its name and its every byte", async () => {
    const bytes = new TextEncoder().encode("Apr 21\tMay 21\r\nDíaz\0");
    expect(await receiveUpload(requestWith(formWith(bytes, "Tabelle März.tsv")))).toEqual({
      fileName: "Tabelle März.tsv",
      bytes,
    });
  });

  test.each([
    ["of exactly the most that is read is kept", LARGEST_FILE_BYTES, { fileName: "a.csv" }],
    ["one byte larger is refused", LARGEST_FILE_BYTES + 1, { refusal: TOO_LARGE }],
  ])("%s", async (_what, size, answer) => {
    expect(await receiveUpload(requestWith(formWith(new Uint8Array(size), "a.csv")))).toMatchObject(answer);
  });

  test("far too large is read to its end, so that the browser listens, and never held", async () => {
    const { request, asked } = streamed(400);
    const before = process.memoryUsage().arrayBuffers;
    expect(await receiveUpload(request)).toEqual({ refusal: TOO_LARGE });
    expect(asked.bytes).toBeGreaterThan(400 * MEGABYTE);
    expect(asked.most - before).toBeLessThan(200 * MEGABYTE);
  });

  test("that breaks off is refused, and so is what is no form at all", async () => {
    const broken = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nApr 21';
    const form = { "content-type": "multipart/form-data; boundary=b" };
    expect(await receiveUpload(requestWith(broken, form))).toEqual({ refusal: NOT_WHOLE });
    expect(await receiveUpload(requestWith("Apr 21", { "content-type": "text/plain" }))).toEqual({
      refusal: NOT_WHOLE,
    });
  });

  test("without a file asks for one", async () => {
    const form = new FormData();
    form.set("other", "words");
    expect(await receiveUpload(requestWith(form))).toEqual({ refusal: NO_FILE });
    expect(await receiveUpload(requestWith(formWith(new Uint8Array(), "")))).toEqual({ refusal: NO_FILE });
  });
});
