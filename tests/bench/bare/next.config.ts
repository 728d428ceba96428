import path from "node:path";
import type { NextConfig } from "next";

/** As the portal's own, so far as it bears on speed. It is built in .data/bare, two folders below node_modules. */
const config: NextConfig = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.join(process.cwd(), "../..") },
};

export default config;
