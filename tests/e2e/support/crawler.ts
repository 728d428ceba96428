/** Follows every link from every page that a visitor is shown, and keeps what each answer said. */
import type { Answer, Visitor } from "./own-portal.ts";

/** `how`: as a browser asks for a page, or as our own script does for what a page is made of. */
export type Found = {
  readonly path: string;
  readonly how: "page" | "payload" | "file";
  readonly status: number;
  readonly text: string;
};

/** What stands in an address as a name or an id, so that ten addresses of one page are known as such. */
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)[A-Z]\d{2}[a-z]?(?=\/|$)|\d{4}-\d{2}(-\d{2})?/g;
/** Of one page: enough to meet each of its states, few enough to end. */
const MOST_OF_A_SHAPE = 12;
const MOST_PAYLOADS_OF_A_SHAPE = 2;
const AT_ONCE = 3;

export async function crawl(visitor: Visitor, starts: readonly string[]): Promise<Found[]> {
  const seen = new Set(starts);
  const queue = [...starts];
  const shapes = new Map<string, number>();
  const payloads = new Map<string, number>();
  const found: Found[] = [];
  const look = async (path: string) => {
    const answer = await visitor.ask(path);
    found.push({ path, how: "page", ...answer });
    for (const link of [...linksIn(answer.text), ...(answer.to ? [answer.to] : [])]) {
      const next = ownPath(link, path);
      if (next === null || seen.has(next) || !isRoom(shapes, next, MOST_OF_A_SHAPE)) continue;
      seen.add(next);
      queue.push(next);
    }
    if (!answer.type.startsWith("text/html") || !isRoom(payloads, path, MOST_PAYLOADS_OF_A_SHAPE)) return;
    found.push({ path, how: "payload", ...(await payloadOf(visitor, path)) });
  };
  const walk = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) await look(path);
  };
  // Whoever finds nothing to do is done; another may still add to the queue, and then goes on alone.
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  await walk();
  return found;
}

/** Next.js first sends whoever asks to an address with a mark of what they asked with. */
async function payloadOf(visitor: Visitor, path: string): Promise<Answer> {
  const headers = { rsc: "1", accept: "*/*" };
  const answer = await visitor.ask(path, { headers });
  const to = answer.status === 307 ? answer.to : null;
  return to !== null && /[?&]_rsc\b/.test(to) ? visitor.ask(to, { headers }) : answer;
}

function isRoom(counts: Map<string, number>, path: string, most: number): boolean {
  const shape = path.replaceAll(ID, "*").replaceAll(/=[^&]*/g, "=*");
  const count = counts.get(shape) ?? 0;
  counts.set(shape, count + 1);
  return count < most;
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|action)="([^"]+)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
}

/** A path of this portal that may say something: what is the same for everybody is built in, and says nothing. */
function ownPath(link: string, from: string): string | null {
  const base = new URL(from, "http://portal");
  const url = URL.parse(link, base);
  if (!url || url.origin !== base.origin || url.pathname.startsWith("/_next/static/")) return null;
  return url.pathname + url.search;
}
