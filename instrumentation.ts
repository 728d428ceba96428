import type { Instrumentation } from "next";

/** Every error that Next.js meets while it renders a page, runs an action or answers a route, on its way to the log. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  // Next.js compiles this file for its edge runtime too, which nothing of ours runs in.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportError } = await import("#lib/log.ts");
  reportError(error, { route: context.routePath, kind: context.routeType });
};
