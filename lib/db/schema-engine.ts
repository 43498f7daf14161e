import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** PostgreSQL's one-byte "char", in which its catalogue keeps small codes, and text. */
const CHAR_OID = 18;
const TEXT_OID = 25;

const SCHEMA_FILE = "prisma/schema.prisma";

/** The whole schema counts: no table or enum is managed by somebody else. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** prisma/schema.prisma as the engine wants it. */
export function datamodel(): { files: { path: string; content: string }[] } {
  return { files: [{ path: "schema.prisma", content: readFileSync(SCHEMA_FILE, "utf8") }] };
}

/**
 * Runs `work` with Prisma's schema engine on a database. The engine is the one of the Prisma CLI, in its WebAssembly
 * build: it comes with npm install, while the CLI would download a native one.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await loadBindings();
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 });
  try {
    const models = datamodel().files.map(({ path: name, content }): [string, string] => [name, content]);
    const adapter = bindMigrationAwareSqlAdapterFactory(engineAdapter(pool));
    const engine = await bindings.SchemaEngine.new({ datamodels: models }, () => undefined, adapter);
    return await work(engine);
  } finally {
    await pool.end();
  }
}

let loaded: Promise<void> | undefined;

function loadBindings(): Promise<void> {
  return (loaded ??= load());
}

async function load(): Promise<void> {
  const require = createRequire(path.join(process.cwd(), "package.json"));
  const script = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": imports() });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") {
    start();
  }
}

/** What the engine calls. It never clears the timer that limits its wait for a lock; ours do not keep a process alive. */
function imports(): WebAssembly.ModuleImports {
  const timer = (work: () => void, milliseconds: number) => setTimeout(work, milliseconds).unref();
  const isTimer = (name: string) => name.startsWith("__wbg_setTimeout_");
  return Object.fromEntries(Object.entries(bindings).map(([name, value]) => [name, isTimer(name) ? timer : value]));
}

/** The Prisma adapter with three corrections that the engine needs on PostgreSQL. */
function engineAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const charColumns = readCharAsText(pool);
  const prisma = new PrismaPg(pool);
  return {
    provider: prisma.provider,
    adapterName: prisma.adapterName,
    connect: async () => {
      const adapter = await prisma.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      // Its own knows no "char", the type of the small codes in PostgreSQL's catalogue.
      adapter.queryRaw = async (query) => {
        const result = await queryRaw(query);
        for (const column of charColumns.get(query.sql) ?? []) {
          result.columnTypes[column] = ColumnTypeEnum.Character;
        }
        return result;
      };
      // Its own splits scripts at every semicolon, those inside of functions too. Sent whole, a script is also one
      // transaction, so that a migration that fails leaves nothing behind.
      adapter.executeScript = async (script) => {
        await pool.query(script).catch(rethrowForEngine);
      };
      return adapter;
    },
    // Its own would run the migrations in the database itself whenever that is given as an address.
    connectToShadowDb: () => Promise.reject(new Error("A scratch database is made by lib/db/scratch.ts instead.")),
  };
}

/** Lets "char" columns pass through the adapter as text, and remembers which they are in each statement. */
function readCharAsText(pool: pg.Pool): Map<string, number[]> {
  const charColumns = new Map<string, number[]>();
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: string | pg.QueryConfig, values?: unknown[]) => {
      const result = await query(config, values);
      const fields = Array.isArray(result) ? [] : result.fields;
      const chars = fields.flatMap(({ dataTypeID }, index) => (dataTypeID === CHAR_OID ? [index] : []));
      charColumns.set(typeof config === "string" ? config : config.text, chars);
      for (const field of fields.filter(({ dataTypeID }) => dataTypeID === CHAR_OID)) {
        field.dataTypeID = TEXT_OID;
      }
      return result;
    },
  });
  return charColumns;
}

/** Only a DriverAdapterError carries the database's message to the engine, and from there into _prisma_migrations. */
function rethrowForEngine(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) {
    throw error;
  }
  const { code = "XX000", severity = "ERROR", message, detail, column, hint } = error;
  throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}
