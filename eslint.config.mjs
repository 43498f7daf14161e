import next from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const NOT_ASKING = "!(queries|commands|actions|*.test).ts";

/**
 * Who may import whom, as in docs/decisions/0002: app → components → lib; within lib, features → identity → db.
 * One list, because overrides of an import rule replace each other instead of adding up.
 */
const PURE = [
  ...["recap", "estimates", "errors", "shortlist/formats", "shortlist/radar"].map(
    (name) => `./lib/${name}/**/${NOT_ASKING}`,
  ),
  "./lib/shortlist/!(queries|order|compare|rows|*.test).ts",
];
const FEATURES = ["catalogue", "voting", "estimates", "threads", "shortlist", "live", "transfer"];

const zones = [
  {
    target: "./lib",
    from: ["./app", "./components", "./scripts", "./e2e"],
    message: "lib is the product without React: it knows neither pages nor components.",
  },
  {
    target: "./components",
    from: ["./app", "./scripts", "./e2e"],
    message: "Components are drawn from what they are given.",
  },
  {
    target: ["./app", "./components"],
    from: "./lib/db",
    message: "Ask a read or a command of a feature in lib; queries live there.",
  },
  { target: ["./app", "./components"], from: ["./scripts", "./e2e", "./lib/testing"] },
  {
    // Tests of identity may ask every feature: who may do what is proved in one place.
    target: "./lib/identity/**/!(*.test).ts",
    from: FEATURES.map((name) => `./lib/${name}`),
    message: "Features depend on identity, not the other way round.",
  },
  {
    target: "./lib/db",
    from: [...FEATURES, "identity"].map((name) => `./lib/${name}`),
    message: "lib/db knows no feature.",
  },
  {
    target: PURE,
    from: ["./lib/db", "./lib/config", "./lib/identity"],
    message: "This folder is pure: no database, no environment, no viewer.",
  },
];

const OUTWARD = "What leaves the server goes through lib/outbound, which refuses private networks.";
const ENVIRONMENT = {
  object: "process",
  property: "env",
  message: "lib/config is the only reader of the environment.",
};
const SYNTAX = [
  {
    selector: "CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]",
    message: "Dates and numbers are written by lib/format, with a zone.",
  },
];
/** Packages that open connections; a class of node:http to look at requests with is no way out. */
const CONNECTING = "ImportDeclaration[source.value=/^(undici|(node:)?(https?|http2|tls|dgram))$/]";

const config = [
  { ignores: ["**/.next/**", ".data/**", ".bench/**", "lib/db/generated/**", "next-env.d.ts", "playwright-report/**"] },
  ...next,
  ...nextTypescript,
  {
    rules: {
      "import/no-cycle": ["error", { ignoreExternal: true }],
      "import/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
      "no-restricted-properties": ["error", ENVIRONMENT],
      "no-restricted-syntax": ["error", ...SYNTAX],
    },
  },
  {
    // Next's server code has a fetch of its own that goes anywhere it is told.
    files: ["lib/**/*.ts", "app/**/*.{ts,tsx}", "instrumentation.ts"],
    ignores: ["lib/outbound/**", "**/*.test.ts", "lib/testing/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["fetch", "WebSocket", "EventSource"].map((name) => ({ name, message: OUTWARD })),
      ],
      "no-restricted-properties": ["error", ENVIRONMENT, { object: "globalThis", property: "fetch", message: OUTWARD }],
      "no-restricted-syntax": [
        "error",
        ...SYNTAX,
        {
          selector: `${CONNECTING} > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier, ImportSpecifier[imported.name!="IncomingMessage"])`,
          message: OUTWARD,
        },
      ],
    },
  },
  {
    // The tools' own root files, scripts and tests run outside the app and set it up.
    files: ["*.{js,mjs,ts,mts}", "scripts/**", "lib/config/**", "lib/testing/**", "e2e/**", "**/*.test.ts"],
    rules: { "no-restricted-properties": "off" },
  },
  { files: ["**/*.{js,cjs}"], rules: { "@typescript-eslint/no-require-imports": "off" } },
];

export default config;
