import { Client } from "pg";
import type { RunningServer } from "#prisma/server.ts";

/** A cluster to be kept, and who hears what a person should know. */
export type Kept = { readonly projectRoot: string; readonly name: string; readonly say: (sentence: string) => void };

/** Whether anybody but `client` is connected. */
export async function isUsed(client: Client): Promise<boolean> {
  const others = await client.query(
    "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  return (others.rowCount ?? 0) > 0;
}

export async function withServer<T>(
  { superuserUrl }: Pick<RunningServer, "superuserUrl">,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: superuserUrl, application_name: "backup" });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
