/** Server actions as somebody calls them who has read the portal's own script: by id, from no page of theirs. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "#prisma/tool.ts";
import type { Answer, Visitor } from "./own-portal.ts";

/** `page` is an address whose script knows the action. */
export type Action = { readonly id: string; readonly name: string; readonly file: string; readonly page: string };

type Manifest = {
  readonly node: Readonly<
    Record<
      string,
      { readonly filename: string; readonly exportedName: string; readonly workers: Record<string, unknown> }
    >
  >;
};

/** Every action of the production build. */
export function listActions(): Action[] {
  const file = path.join(PROJECT, ".next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return Object.entries(node)
    .map(([id, { filename, exportedName, workers }]) => {
      const [worker = ""] = Object.keys(workers);
      const page = worker
        .replace(/^app/, "")
        .replace(/\/page$/, "")
        .replaceAll(/\/\([^)]*\)/g, "")
        .replaceAll(/\[[^\]]*\]/g, "x");
      return { id, name: exportedName, file: filename, page };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** As React sends it: the state that the form was in, then the form, each field by the form's number. */
export function callAction(
  visitor: Visitor,
  action: Action,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([{ typed: {}, problems: [] }, "$K1"]));
  return visitor.ask(action.page, {
    method: "POST",
    body,
    headers: { "next-action": action.id, accept: "text/x-component" },
  });
}
