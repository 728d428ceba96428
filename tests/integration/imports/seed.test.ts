import { expect, test } from "vitest";
import { runTool } from "#prisma/tool.ts";
import { migratedDatabase, withClient } from "#tests/support/database.ts";

const COUNTS = `select (select count(*)::int from figure) as figures, (select count(*)::int from national_figure) as national,
  (select count(*)::int from publication) as publications, (select count(*)::int from indicator_label where caveat <> '') as caveats,
  (select count(*)::int from session) as sessions, (select count(*)::int from session where ended_at is null) as open,
  (select count(*)::int from audit_entry) as acts`;

test("the demonstration is loaded through the product's own import, and loading it again does nothing", async () => {
  const { adminUrl, loginUrl } = await migratedDatabase();
  const settings = { DATABASE_URL: loginUrl, PORTAL_SECRET: "x".repeat(32), PORTAL_URL: "http://localhost:3000" };
  const load = async () => {
    await runTool(["node", "--conditions=react-server", "prisma/seed.ts"], settings);
    return withClient({ connectionString: adminUrl }, async (client) => (await client.query(COUNTS)).rows[0]);
  };
  const loaded = await load();
  expect(loaded).toMatchObject({ figures: 115, national: 4_873, publications: 12, caveats: 3, open: 0 });
  expect(await load()).toEqual(loaded);
});
