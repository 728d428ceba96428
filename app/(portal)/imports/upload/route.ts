import { answerUpload } from "#lib/imports/upload.ts";

export function POST(request: Request): Promise<Response> {
  return answerUpload(request);
}
