import { startTestServer } from "./test-server.ts";

/** Vitest calls it before the integration tests: `npm test` has started the server, a single file brings its own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_SERVER_URL) return undefined;
  const server = await startTestServer(console.log);
  process.env.TEST_SERVER_URL = server.superuserUrl;
  return () => server.stop();
}
