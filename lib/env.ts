/**
 * The environment the portal runs in, checked once; every mistake is reported at once, in a sentence each.
 * README.md documents the same names. Imports nothing of ours: scripts read it before anything else may load.
 */
import { z } from "zod";

/** The names of this machine. */
export const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

const LOG_LEVELS = ["silent", "error", "warn", "info"] as const;
const PROXIES =
  "PORTAL_PROXIES must say how many reverse proxies stand in front of the portal: a whole number from 0 to 9.";

const environment = z.object({
  DATABASE_URL: z
    .string("DATABASE_URL is missing: set it to the portal's own database login.")
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must start with postgresql://."),
  DATABASE_CONNECTIONS: z.coerce
    .number("DATABASE_CONNECTIONS must be a whole number from 2 to 200.")
    .int()
    .min(2, "DATABASE_CONNECTIONS must be a whole number from 2 to 200.")
    .max(200, "DATABASE_CONNECTIONS must be a whole number from 2 to 200.")
    .default(10),
  PORTAL_SECRET: z
    .string(
      "PORTAL_SECRET is missing: set it to at least 32 random characters, for example from openssl rand -base64 32.",
    )
    .min(32, "PORTAL_SECRET is too short: use at least 32 random characters."),
  PORTAL_URL: z.url("PORTAL_URL must be the address people type, for example https://send.example.gov.uk."),
  PORTAL_DEMO: z.enum(["", "0", "1"], "PORTAL_DEMO must be 1 or left out.").default(""),
  PORTAL_PROXIES: z.coerce.number(PROXIES).int(PROXIES).min(0, PROXIES).max(9, PROXIES).default(0),
  PORTAL_LOG: z.enum(["", ...LOG_LEVELS], `PORTAL_LOG must be one of ${LOG_LEVELS.join(", ")}.`).default(""),
  PORTAL_METRICS_TOKEN: z
    .string()
    .regex(/^([\x21-\x7e]{32,})?$/, "PORTAL_METRICS_TOKEN must be at least 32 characters without spaces, or left out.")
    .default(""),
});

/** What no single variable gets wrong. Asked beside the schema, which stops at the first kind of mistake. */
function combinedMistakes(source: Record<string, string | undefined>): string[] {
  const mistakes: string[] = [];
  const address = URL.parse(source.PORTAL_URL ?? "");
  if (address && address.protocol !== "https:" && !LOOPBACK.includes(address.hostname.replace(/^\[|\]$/g, ""))) {
    mistakes.push("PORTAL_URL must start with https:// unless it is this machine.");
  }
  // Left to itself it would count every wrong password in the world for the proxy's one address.
  if (address?.protocol === "https:" && !source.PORTAL_PROXIES) mistakes.push(PROXIES);
  if (source.PORTAL_DEMO === "1" && !LOOPBACK.includes(source.PORTAL_BOUND_TO ?? "")) {
    mistakes.push("PORTAL_DEMO lets anyone sign in as anyone, so it runs on this machine alone: use npm run demo.");
  }
  return mistakes;
}

export type Environment = {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly secret: string;
  readonly origin: string;
  readonly secure: boolean;
  readonly demo: boolean;
  /** How many reverse proxies of ours stand in front: so many entries of X-Forwarded-For are true. */
  readonly proxies: number;
  readonly log: (typeof LOG_LEVELS)[number];
  /** Null: there are no metrics to be had. */
  readonly metricsToken: string | null;
};

/** Reads and checks an environment. Throws one Error whose message has a line for each mistake. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const found = environment.safeParse(source);
  const mistakes = new Set([...(found.error?.issues ?? []).map((issue) => issue.message), ...combinedMistakes(source)]);
  if (!found.success || mistakes.size > 0) {
    throw new Error(`The portal cannot start:\n${[...mistakes].map((mistake) => `- ${mistake}`).join("\n")}`);
  }
  return {
    databaseUrl: found.data.DATABASE_URL,
    connections: found.data.DATABASE_CONNECTIONS,
    secret: found.data.PORTAL_SECRET,
    origin: new URL(found.data.PORTAL_URL).origin,
    secure: found.data.PORTAL_URL.startsWith("https:"),
    demo: found.data.PORTAL_DEMO === "1",
    proxies: found.data.PORTAL_PROXIES,
    log: found.data.PORTAL_LOG || "info",
    metricsToken: found.data.PORTAL_METRICS_TOKEN || null,
  };
}

let read: Environment | undefined;

/** The environment of this process. */
export function env(): Environment {
  read ??= readEnvironment(process.env);
  return read;
}
