import { defineConfig } from "prisma/config";

// `generate` asks for the native schema engine although it never runs it; any existing file satisfies it, and the
// download that many council networks refuse is not tried. Migrations use the WebAssembly engine (migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "schema.prisma" });
