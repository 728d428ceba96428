import "server-only";
import { answerExport } from "#lib/export-answer.ts";
import { exportReview } from "./review-commands.ts";
import { isSign } from "./review-queries.ts";

/** Answers with the access review that the form asks for, as a file. */
export function answerReviewExport(request: Request): Promise<Response> {
  return answerExport(request, {
    name: "access-review",
    read: ({ sign }) => (isSign(sign) ? sign : null),
    make: exportReview,
    page: (sign) => (sign === null ? "/people/review" : `/people/review?${new URLSearchParams({ sign })}`),
  });
}
