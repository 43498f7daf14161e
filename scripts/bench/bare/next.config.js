// @ts-check
const path = require("node:path");

/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ["pg"],
  turbopack: { root: path.join(__dirname, "../../..") },
};
