import { answerReviewExport } from "#lib/people/review-export.ts";

export function POST(request: Request): Promise<Response> {
  return answerReviewExport(request);
}
