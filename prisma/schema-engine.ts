/**
 * Prisma's own schema engine as WebAssembly over the pg adapter: no native binary, which many council networks
 * refuse to download. It keeps `_prisma_migrations`, so `prisma migrate deploy` still understands the database.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { PoolConfig } from "pg";

const EVERYTHING = { externalTables: [], externalEnums: [] };
const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const schema = { path: "prisma/schema.prisma", content: readFileSync(path.join(here, "schema.prisma"), "utf8") };

let loaded: Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> | undefined;

async function loadEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = path.join(path.dirname(require.resolve("@prisma/schema-engine-wasm")), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * The pg adapter 7.10.0 with two gaps closed that its schema engine runs into: it cannot read Postgres's internal "char"
 * type, which describing a database needs, and it cuts a migration at every semicolon, inside a comment or a function
 * too. Sent whole, a migration is also one transaction.
 */
class OwnerAdapter extends PrismaPg {
  private readonly opened: { dispose(): Promise<void> }[] = [];

  async close(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((adapter) => adapter.dispose()));
  }

  override async connect() {
    const adapter = await super.connect();
    this.opened.push(adapter);
    const io = adapter as unknown as { performIO(query: unknown): Promise<{ fields?: { dataTypeID: number }[] }> };
    const performIO = io.performIO.bind(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    const chars = new WeakMap<object, number[]>();
    io.performIO = async (query) => {
      const result = await performIO(query);
      const fields = result.fields ?? [];
      chars.set(
        query as object,
        fields.flatMap((field, index) => (field.dataTypeID === INTERNAL_CHAR ? [index] : [])),
      );
      for (const field of fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = TEXT;
      return result;
    };
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of chars.get(query) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

async function withEngine<T>(owner: PoolConfig, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= loadEngine();
  const bindings = await loaded;
  const factory = new OwnerAdapter(owner);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await bindings.SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, adapter);
  try {
    return await work(engine);
  } finally {
    // The engine leaves its connections open: a database with one cannot be copied or dropped.
    await factory.close();
  }
}

/** The migrations folder as the engine wants it; `upTo` (inclusive) cuts it short, as an earlier release had it. */
export function migrationsOnDisk(upTo?: string): MigrationList {
  const baseDir = path.join(here, "migrations");
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names
      .filter((name) => upTo === undefined || name <= upTo)
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

/** Applies what is missing and answers with the names applied. Throws the engine's sentence when one fails. */
export async function applyMigrationFiles(owner: PoolConfig, upTo?: string): Promise<string[]> {
  return withEngine(owner, async (engine) => {
    const done = await engine.applyMigrations({ migrationsList: migrationsOnDisk(upTo), filters: EVERYTHING });
    return done.appliedMigrationNames;
  });
}

/** SQL that would turn the database as it stands into schema.prisma: empty when there is no drift. */
export async function driftSql(owner: PoolConfig): Promise<string> {
  return withEngine(owner, async (engine) => {
    const answer = await engine.diff({
      from: { tag: "schemaDatasource", files: [schema], configDir: here },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: null,
      filters: EVERYTHING,
    });
    return (answer.stdout ?? "").replaceAll("-- This is an empty migration.", "").trim();
  });
}
