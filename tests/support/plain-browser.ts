/**
 * A browser without JavaScript and without a screen: it keeps cookies, reads the forms of a page and sends one, so that
 * many people can use the real portal at once for little.
 */

/** The fields as the page gives them, hidden ones included: what a person leaves alone is sent back. */
export type PlainForm = { readonly path: string; readonly fields: Readonly<Record<string, string>> };
/** `to` is where the portal sends the browser next, or null when it shows a page. */
export type Answer = { readonly status: number; readonly to: string | null; readonly html: string };

const PATIENCE_MS = 20_000;

export class PlainBrowser {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  get(path: string): Promise<Answer> {
    return this.#ask(path, {});
  }

  /** Throws when there is no answer. */
  send(form: PlainForm, typed: Readonly<Record<string, string>>): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, ...typed })) body.set(name, value);
    return this.#ask(form.path, { method: "POST", body, headers: { origin: this.#origin } });
  }

  async #ask(path: string, options: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(this.#origin + path, {
      ...options,
      headers: { ...options.headers, cookie },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
    return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
  }
}

/** The first form of the page at `path` that has this field, and this value in it when one is given. */
export function formOf(path: string, { html, status }: Answer, field: string, value?: string): PlainForm {
  for (const [, form = ""] of html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)) {
    const fields = fieldsOf(form);
    if (field in fields && (value === undefined || fields[field] === value)) return { path, fields };
  }
  throw new Error(`The page ${path} (${status}) has no form with the field ${field}.`);
}

function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name !== undefined && attribute(tag, "type") !== "radio") fields[name] = attribute(tag, "value") ?? "";
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  return tag
    .match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
    ?.replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
