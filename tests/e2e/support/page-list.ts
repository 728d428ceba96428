import { globSync } from "node:fs";
import { PROJECT } from "#prisma/tool.ts";

/** `route` as app/ spells it ("/indicators/[code]"); `guarded` pages stand under (portal), behind sign-in. */
export type PortalPage = { readonly route: string; readonly guarded: boolean };

/** Every page there is, read from app/, so that a new one cannot be forgotten. */
export function listPages(): PortalPage[] {
  return globSync("app/**/page.tsx", { cwd: PROJECT })
    .map((file) => {
      const folders = file.split("/").slice(1, -1);
      const route = `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join("/")}`;
      return { route, guarded: folders.includes("(portal)") };
    })
    .sort((one, other) => one.route.localeCompare(other.route));
}

/** Whether a path is an address of the route: a segment in brackets stands for any one segment. */
export function isAddressOf(path: string, route: string): boolean {
  const [there = ""] = path.split("?");
  const [segments, pattern] = [there.split("/"), route.split("/")];
  return (
    segments.length === pattern.length &&
    pattern.every((part, index) => (part.startsWith("[") ? segments[index] !== "" : part === segments[index]))
  );
}
