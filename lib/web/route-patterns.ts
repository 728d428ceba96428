import { globSync } from "node:fs";

/** For what is no route of ours: one name, however many addresses somebody tries. */
export const UNKNOWN = "unknown";
const STATIC = "/_next/static/[file]";

type Pattern = { readonly route: string; readonly segments: readonly string[] };

/**
 * Names a path by its route as app/ spells it ("/imports/[importId]"), so that neither log nor metric ever holds an id or
 * a token. `project` is the folder that app/ stands in; it is read once.
 */
export function routePatterns(project: string): (path: string) => string {
  const patterns = globSync("app/**/{page,route}.{ts,tsx}", { cwd: project }).map(patternOf);
  // What is spelt out wins over what stands for anything: /imports/new over /imports/[importId].
  patterns.sort((one, other) => wildness(one) - wildness(other));
  return (path) => {
    if (path.startsWith("/_next/static/")) return STATIC;
    if (/^\/icon\.\w+$/.test(path)) return "/icon";
    const segments = path.split("/").slice(1);
    return patterns.find((pattern) => matches(pattern, segments))?.route ?? UNKNOWN;
  };
}

function patternOf(file: string): Pattern {
  const folders = file.split(/[\\/]/).slice(1, -1);
  const route = `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join("/")}`;
  return { route, segments: route.slice(1).split("/") };
}

function matches({ segments }: Pattern, asked: readonly string[]): boolean {
  return (
    segments.length === asked.length &&
    segments.every((part, place) => (part.startsWith("[") ? asked[place] !== "" : part === asked[place]))
  );
}

function wildness({ segments }: Pattern): number {
  return segments.filter((part) => part.startsWith("[")).length;
}
