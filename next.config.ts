import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  // The front door refuses larger forms with a sentence (lib/web/refusal-rules.ts); here for those that do not say how
  // much they bring.
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
};

export default config;
