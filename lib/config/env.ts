import path from "node:path";

import { z } from "zod";

import { OperatorError } from "@/lib/errors/operator-error";
import { parseAllowed, type Allowed } from "@/lib/outbound/networks";
import type { Proxies } from "@/lib/outbound/proxy";

import { keptSecret } from "./secrets";

/** What the environment asks for, with defaults filled in. */
export type Config = {
  port: number;
  /** Undefined listens on every address of the machine, IPv4 and IPv6. */
  host: string | undefined;
  /** Undefined means the PostgreSQL that comes with the app. */
  databaseUrl: string | undefined;
  /** The same database past a pooler that lends connections by transaction, for what listens; else as databaseUrl. */
  databaseDirectUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  /** The address people type, without a trailing slash. */
  url: string;
  /** Whether people reach the app over https, so that cookies can be kept to it. */
  isSecure: boolean;
  /** Signs sessions; made once and kept in the data folder when NEXTAUTH_SECRET is not given. */
  readonly secret: string;
  /** Whether X-Forwarded-For comes from a proxy of ours, and so may be believed. */
  trustProxy: boolean;
  /** What the server may read from outside besides public addresses, and through which proxies. */
  outbound: { allowed: Allowed; proxies: Proxies };
  /** How large a file may be that a team brings in, in megabytes. */
  transferMegabytes: number;
  production: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration of this process. It follows the environment, because the start script fills in what was not given
 * (DATABASE_URL, NEXTAUTH_SECRET) after its own first look, and is parsed only when that has changed: every request asks.
 * Throws an OperatorError that names every problem at once.
 */
export function config(): Config {
  const values = VARIABLES.map((name) => process.env[name]).join("\0");
  if (latest?.values !== values) latest = { values, config: readEnv(process.env) };
  return latest.config;
}

let latest: { values: string; config: Config } | undefined;

/** The same from any environment: what `config` does, for tests and for the start script's first look. */
export function readEnv(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new OperatorError(lines.join("\n"));
  }
  const env = parsed.data;
  const dataDir = path.resolve(env.DEBRIEF_DATA_DIR);
  const url = env.DEBRIEF_URL ?? `http://localhost:${env.PORT}`;
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseDirectUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    dataDir,
    url,
    isSecure: url.startsWith("https://"),
    get secret() {
      return env.NEXTAUTH_SECRET ?? keptSecret({ dataDir, name: "nextauth-secret" });
    },
    trustProxy: env.DEBRIEF_TRUST_PROXY,
    outbound: {
      allowed: env.DEBRIEF_OUTBOUND_ALLOW,
      // The lower-case name wins where both are set, as in curl.
      proxies: {
        http: env.http_proxy ?? env.HTTP_PROXY ?? null,
        https: env.https_proxy ?? env.HTTPS_PROXY ?? null,
        exempt: env.no_proxy ?? env.NO_PROXY ?? "",
      },
    },
    transferMegabytes: env.DEBRIEF_TRANSFER_MAX_MB,
    production: env.NODE_ENV === "production",
  };
}

/** Makes this the database of this process and of those it starts. */
export function setDatabase(url: string): void {
  process.env.DATABASE_URL = url;
}

/** The environment for a program we start, whose messages we read: ours, in plain English whatever the locale. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: "C" };
}

const PORT_RANGE = "must be a whole number from 1 to 65535, for example PORT=3000.";
const POSTGRES_ADDRESS =
  "must be a PostgreSQL address such as postgres://user:password@host:5432/debrief; leave it out to use the database that comes with the app.";
const PUBLIC_ADDRESS =
  "must be the address people open, starting with http:// or https:// and without a path, for example https://debrief.example.com.";
const PROXY_ADDRESS = "must be the address of a proxy, for example http://proxy.example.com:3128.";
const MEGABYTES = "must be a whole number of megabytes, for example DEBRIEF_TRANSFER_MAX_MB=1000.";
const ALLOWED = "must be host names, addresses or networks between commas, for example feeds.example.com, 10.0.0.0/8.";

const proxyAddress = z
  .string()
  .trim()
  // Other programs take a bare host and port too.
  .transform((address) => (/^https?:\/\//i.test(address) ? address : `http://${address}`))
  .refine((address) => URL.canParse(address), PROXY_ADDRESS)
  .transform((address) => new URL(address))
  .optional();

const schema = z.object({
  PORT: z
    .string()
    .trim()
    .regex(/^\d+$/, PORT_RANGE)
    .transform(Number)
    .pipe(z.number().min(1, PORT_RANGE).max(65535, PORT_RANGE))
    .default(3000),
  // Every address by default: colleagues open it from their own machines, everything is behind sign-in, and the
  // first admin needs the link that only the terminal shows. Behind a proxy, HOST=127.0.0.1.
  HOST: z.string().trim().optional(),
  DATABASE_URL: z.string().trim().refine(isPostgresAddress, POSTGRES_ADDRESS).optional(),
  DATABASE_DIRECT_URL: z.string().trim().refine(isPostgresAddress, POSTGRES_ADDRESS).optional(),
  DEBRIEF_DATA_DIR: z.string().trim().default(".data"),
  DEBRIEF_URL: z
    .string()
    .trim()
    .refine(isPublicAddress, PUBLIC_ADDRESS)
    .transform((url) => new URL(url).origin)
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(
      32,
      "must have at least 32 characters; make one with: openssl rand -base64 32. Leave it out to have one made and kept.",
    )
    .optional(),
  DEBRIEF_TRUST_PROXY: z
    .enum(["true", "false", "1", "0"], 'must be "true" or "false".')
    .transform((value) => value === "true" || value === "1")
    .default(false),
  DEBRIEF_OUTBOUND_ALLOW: z
    .string()
    .default("")
    .transform((list, context) => {
      const allowed = parseAllowed(list);
      if (allowed) return allowed;
      context.addIssue({ code: "custom", message: ALLOWED });
      return z.NEVER;
    }),
  DEBRIEF_TRANSFER_MAX_MB: z
    .string()
    .trim()
    .regex(/^\d{1,7}$/, MEGABYTES)
    .transform(Number)
    .pipe(z.number().min(1, MEGABYTES))
    .default(1_000),
  HTTP_PROXY: proxyAddress,
  http_proxy: proxyAddress,
  HTTPS_PROXY: proxyAddress,
  https_proxy: proxyAddress,
  NO_PROXY: z.string().optional(),
  no_proxy: z.string().optional(),
  NODE_ENV: z.string().optional(),
});

const VARIABLES = Object.keys(schema.shape);

function isPostgresAddress(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && ["postgres:", "postgresql:"].includes(url.protocol) && url.pathname.length > 1;
}

function isPublicAddress(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && url.search === "";
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
