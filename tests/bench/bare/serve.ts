import { createRequire } from "node:module";

// As prisma/start.ts serves the portal: in this process, which ends when whoever started it does.
process.once("disconnect", () => process.exit());
process.argv = [process.execPath, "next", "start", "--hostname", "127.0.0.1", "--port", process.env.PORT ?? ""];
createRequire(import.meta.url)("next/dist/bin/next");
