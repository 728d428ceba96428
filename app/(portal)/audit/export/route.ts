import { answerActsExport } from "#lib/audit/export.ts";

export function POST(request: Request): Promise<Response> {
  return answerActsExport(request);
}
