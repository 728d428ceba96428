/**
 * `npm run backup`: a whole copy of the database that the demonstration keeps, taken while it is used, and from then on an
 * archive of every change, so that `npm run restore` can go back to any moment since.
 *
 *   npm run backup                 one more copy; nothing is ever deleted by itself
 *   npm run backup -- --keep 7     and deletes all but the newest seven, with the changes that only older ones need
 *   PORTAL_BACKUPS=/mnt/backups    where to keep them: best on another, encrypted disk
 */
import { backUp } from "./keeping/back-up.ts";
import { runCommand } from "./keeping/command-line.ts";
import { PROJECT } from "./tool.ts";

/** How many copies `npm run backup -- --keep 7` says to keep; undefined when it says nothing. */
function keepFrom(words: string[]): number | undefined {
  if (words.length === 0) return undefined;
  const keep = Number(words[1]);
  if (words.length !== 2 || words[0] !== "--keep" || !Number.isInteger(keep) || keep < 1)
    throw new Error("npm run backup knows one option: --keep 7 deletes all copies but the newest seven.");
  return keep;
}

await runCommand(async () => {
  const keep = keepFrom(process.argv.slice(2));
  await backUp({ projectRoot: PROJECT, name: "demo", say: console.log, ...(keep === undefined ? {} : { keep }) });
});
