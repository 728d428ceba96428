/**
 * One row of each table, keys first, for a database at any migration: a column that a migration has not made yet is left
 * out, and a column that a later one took away stays here for as long as its migration is on disk.
 */
import type { Client } from "pg";

const [AREA, COUNCIL, FORUM] = [id(1), id(2), id(3)];
const [PERSON, ROLE, IMPORT, FIGURE, PUBLICATION] = [id(4), id(5), id(6), id(7), id(8)];
const AT = "2022-04-04T10:00:00Z";
const BEGAN = "2021-04-01";
const MONTH = "2022-03-01";

const SAMPLES: readonly (readonly [table: string, row: Record<string, unknown>])[] = [
  ["area", { id: AREA, code: "E06000061", slug: "sample", name: "Sample", region: "East Midlands" }],
  ["organisation", { id: COUNCIL, kind: "council", name: "Sample council" }],
  ["organisation", { id: FORUM, kind: "forum", name: "Sample forum", starts_on: BEGAN, replaced_by_id: COUNCIL }],
  ["organisation_code", { organisation_id: COUNCIL, scheme: "ONS", code: "E06000061" }],
  ["organisation_alias", { alias: "SF", organisation_id: FORUM, source: "a paper" }],
  ["area_membership", { id: id(9), area_id: AREA, organisation_id: COUNCIL, from_on: BEGAN, note: "" }],
  ["person", { id: PERSON, display_name: "Data officer", email: "data@sample.example" }],
  ["identity", { issuer: "https://issuer.example", subject: "1", person_id: PERSON }],
  ["password", { person_id: PERSON, hash: "$argon2id$", changed_at: AT }],
  [
    "role_holding",
    { id: ROLE, area_id: AREA, person_id: PERSON, organisation_id: COUNCIL, role: "data officer", from_on: BEGAN },
  ],
  [
    "session",
    {
      id: id(10),
      token_hash: "\\x00ff",
      person_id: PERSON,
      role_holding_id: ROLE,
      started_at: AT,
      last_seen_at: AT,
    },
  ],
  [
    "indicator",
    {
      code: "X1",
      name: "Sample rate",
      short_name: "Sample",
      meaning: "",
      unit: "%",
      kind: "rate",
      direction: "higher",
      numerator: "",
      denominator: "",
      exclusions: "",
      basis: "",
      source: "",
      law: "",
      owner_kinds: ["council"],
      audience: "public",
      certainty: "verified",
    },
  ],
  ["area_indicator", { area_id: AREA, indicator_code: "X1" }],
  ["indicator_owner", { area_id: AREA, indicator_code: "X1", organisation_id: COUNCIL, place: 1 }],
  [
    "target",
    {
      id: id(11),
      area_id: AREA,
      indicator_code: "X1",
      target: 60,
      tolerance: 5,
      from_on: BEGAN,
      set_by_role_id: ROLE,
      set_by_organisation: "Sample council",
      set_at: AT,
    },
  ],
  [
    "import",
    {
      id: IMPORT,
      area_id: AREA,
      kind: "monthly table",
      file_name: "sample.tsv",
      sha256: "00",
      byte_size: 2,
      contents: "\\x00ff",
      read_by_id: ROLE,
      read_at: AT,
    },
  ],
  [
    "figure",
    {
      id: FIGURE,
      area_id: AREA,
      indicator_code: "X1",
      period: "month",
      month: MONTH,
      revision: 1,
      state: "reported",
      as_typed: "53%",
      value: 53,
      marked_revised: false,
      organisation_id: COUNCIL,
      submitted_by_id: ROLE,
      submitted_at: AT,
      import_id: IMPORT,
      source: "a paper",
    },
  ],
  [
    "publication",
    {
      id: PUBLICATION,
      area_id: AREA,
      month: MONTH,
      board: "The board",
      published_on: "2022-04-04",
      audience: "public",
      already_public: true,
      published_by_id: ROLE,
      published_at: AT,
    },
  ],
  [
    "published_figure",
    {
      area_id: AREA,
      publication_id: PUBLICATION,
      figure_id: FIGURE,
      indicator_code: "X1",
      period: "month",
      month: MONTH,
      audience: "public",
      state: "reported",
      shown: "53%",
      value: 53,
      marked_revised: false,
    },
  ],
  [
    "national_figure",
    {
      release: "2025",
      source_file: "sample.csv",
      area: "England",
      period_type: "calendar year",
      period: "2024",
      variable: "rate",
      revision: 1,
      state: "value",
      as_typed: "46.4",
      value: 46.4,
      note: "",
      import_id: IMPORT,
      imported_at: AT,
    },
  ],
  ["second_step", { person_id: PERSON, secret: "\\x00ff", confirmed_at: AT, last_step: 1 }],
  ["recovery_code", { person_id: PERSON, code_hash: "\\x00ff", made_at: AT }],
  ["sign_in_brake", { key: "\\x00ff", failures: 1, last_at: AT }],
  [
    "invitation",
    {
      ...{ id: id(13), area_id: AREA, kind: "role", token_hash: "\\x00ff", email: "new@sample.example" },
      ...{ display_name: "New", organisation_id: COUNCIL, role: "senco", from_on: BEGAN },
      ...{ made_by_id: ROLE, made_at: AT, expires_at: AT },
    },
  ],
  [
    "commentary",
    {
      ...{ id: id(14), area_id: AREA, indicator_code: "X1", month: MONTH, organisation_id: COUNCIL },
      ...{ audience: "public", words: "Said.", version: 1, author_role_id: ROLE, written_at: AT },
    },
  ],
  [
    "exception_report",
    {
      ...{ id: id(15), area_id: AREA, indicator_code: "X1", month: MONTH, organisation_id: COUNCIL },
      ...{ owner_role_id: ROLE, begun_at: AT, given_at: AT, back_on_track_on: "2022-09-01" },
    },
  ],
  [
    "exception_words",
    {
      ...{ area_id: AREA, report_id: id(15), why: "Why.", doing: "This.", version: 1 },
      ...{ author_role_id: ROLE, written_at: AT },
    },
  ],
  [
    "exception_seen",
    { area_id: AREA, report_id: id(15), board: "The board", seen_on: BEGAN, seen_by_id: ROLE, seen_at: AT },
  ],
  [
    "notice",
    {
      ...{ id: id(16), area_id: AREA, at: AT, kind: "month published", audience: "partners", month: MONTH },
      ...{ made_by_id: ROLE, made_by: "Sample council" },
    },
  ],
  ["notices_seen", { role_holding_id: ROLE, area_id: AREA, seen_until: AT }],
  ["indicator_label", { area_id: AREA, label: "20-week rate", indicator_code: "X1", ref: "2", caveat: "", place: 1 }],
  [
    "audit_entry",
    { id: id(12), area_id: AREA, at: AT, role: "data officer", action: "imported", subject: "sample.tsv" },
  ],
];

/** Puts the rows into the tables there are. Throws when a table has no sample; Postgres does when a column has none. */
export async function fillEveryTable(client: Client): Promise<string[]> {
  const tables = await tablesOf(client);
  for (const table of tables) {
    if (!SAMPLES.some(([name]) => name === table)) throw new Error(`samples.ts has no row for the table ${table}.`);
  }
  for (const [table, row] of SAMPLES.filter(([name]) => tables.includes(name))) {
    const there = await client.query("select column_name from information_schema.columns where table_name = $1", [
      table,
    ]);
    const columns = there.rows.map((found) => found.column_name).filter((column) => column in row);
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(row)],
    );
  }
  return tables;
}

/** Every table of ours, in the alphabet's order. */
export async function tablesOf(client: Client): Promise<string[]> {
  const found = await client.query(
    "select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1",
  );
  return found.rows.map((row) => row.tablename);
}

function id(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
}
