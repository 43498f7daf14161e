import { defineConfig } from "prisma/config";

// The CLI looks for a native schema engine even for `generate`, which needs none; naming any executable stops it from
// downloading one. Migrations run through the WebAssembly engine: see lib/db/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
