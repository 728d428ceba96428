/**
 * The portal's log: one JSON object a line on standard output. It says what happened to which request, never who asked,
 * what they sent or what a person is called: an error's message may quote any of it (Prisma prints values, zod prints
 * input, Next.js prints addresses), so of an error only its name, its codes and the places it passed are written.
 */
import { type DestinationStream, type Logger, pino } from "pino";
import { askedNow, noteFailure } from "#lib/request.ts";

const held = globalThis as typeof globalThis & { portalLog?: Logger; portalLogged?: WeakSet<object> };
held.portalLogged ??= new WeakSet();
const logged = held.portalLogged;

/** Begins the log. Until then, in tests and scripts, nothing is written. */
export function openLog(level: string, destination: DestinationStream = pino.destination({ fd: 1, sync: true })): void {
  held.portalLog = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}

type Level = "info" | "warn" | "error";
type Facts = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Writes a line. `what` is a sentence without a value in it; facts are ids, codes, counts and route patterns alone. */
export function log(level: Level, what: string, facts: Facts = {}): void {
  const request = askedNow()?.id;
  held.portalLog?.[level]({ ...(request ? { request } : {}), ...facts }, what);
}

/** Writes an error once, however many report it. */
export function logError(what: string, error: unknown, facts: Facts = {}, level: Level = "error"): void {
  if (typeof error === "object" && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  log(level, what, { ...errorFacts(error), ...facts });
}

/** What Next.js reports of an error, to the front door and to the log. */
export function reportError(error: unknown, facts: Facts): void {
  noteFailure(error);
  logError("A request failed", error, facts);
}

const CODE = /^[A-Z0-9_]{1,40}$/;
const NAME = /^[A-Za-z]{1,60}$/;
const PLACE = /^\s+at [^\n]{0,300}$/;
const MOST_PLACES = 8;
const REPORTED_MS = 50;

/** What may be written of an error: nothing that somebody typed can stand in it. */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, digest, cause } = error as Error & { code?: unknown; digest?: unknown };
  const below = cause instanceof Error ? (cause as Error & { code?: unknown }) : undefined;
  return {
    error: NAME.test(error.name) ? error.name : "Error",
    ...(typeof code === "string" && CODE.test(code) ? { code } : {}),
    ...(typeof digest === "string" && /^[\w@]{1,60}$/.test(digest) ? { digest } : {}),
    ...(below && typeof below.code === "string" && CODE.test(below.code) ? { cause: below.code } : {}),
    places: places(error),
  };
}

/** The stack without its head: the message stands there, over as many lines as it likes. */
function places({ stack = "", message }: Error): string[] {
  const after = message === "" ? 0 : stack.indexOf(message) + message.length;
  const lines = stack.slice(Math.max(0, after)).split("\n");
  return lines
    .filter((line) => PLACE.test(line))
    .slice(0, MOST_PLACES)
    .map((line) => line.trim().slice(3).replaceAll(`${process.cwd()}/`, ""));
}

/**
 * Takes the console over for good. Next.js prints errors whole, with their messages, and sentences with header values in
 * them: of those the words up to the first value are kept.
 */
export function takeOverConsole(): void {
  const tell = (level: Level) => {
    return (...said: unknown[]) => {
      const error = said.find((part) => part instanceof Error);
      noteFailure(error);
      // What Next.js prints it mostly reports as well, a moment later, and says where it was: instrumentation.ts.
      if (error) setTimeout(() => logError("An error was printed", error, {}, level), REPORTED_MS);
      else log(level, "Something was printed", { words: openingWords(said) });
    };
  };
  Object.assign(console, { log: tell("info"), info: tell("info"), warn: tell("warn"), error: tell("error") });
}

/** How sentences of Next.js and Node.js begin; any other might begin with somebody's name. */
const OPENING = /^\W*((?:Cannot|Could|Error|Failed|Invalid|Missing|Running|Unhandled|Warning)\b[A-Za-z ,']{0,60})/;

function openingWords(said: readonly unknown[]): string {
  return said.map((part) => (typeof part === "string" && OPENING.exec(part)?.[1]?.trim()) || "").find(Boolean) ?? "";
}
