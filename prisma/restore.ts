/**
 * `npm run restore`: puts back the demonstration's database as it was at a moment, from what `npm run backup` keeps.
 *
 *   npm run restore -- --to "2026-11-22 10:00"     as London's clocks showed it; seconds may follow
 *   npm run restore                                everything the backups hold
 *
 * Nothing is lost: what is there now is archived first, and its folder is kept under the date of the restore. It refuses
 * while the portal is in use, since people would go on writing into what is set aside.
 */

import { runCommand } from "./keeping/command-line.ts";
import { momentInWords } from "./keeping/moment.ts";
import { restore } from "./keeping/restore.ts";
import { PROJECT } from "./tool.ts";

function momentFrom(words: string[]): { to?: string } {
  if (words.length === 0) return {};
  const [option, to] = words;
  if (words.length !== 2 || option !== "--to" || to === undefined)
    throw new Error('npm run restore knows one option: --to "2026-11-22 10:00".');
  return { to };
}

await runCommand(async () => {
  const to = momentFrom(process.argv.slice(2));
  const { lastChange, contents, former } = await restore({
    projectRoot: PROJECT,
    name: "demo",
    say: console.log,
    ...to,
  });
  console.log(to.to === undefined ? "\nRestored all that the backups hold." : `\nRestored to ${to.to}, London time.`);
  console.log(
    `Its last transaction is of ${lastChange ? momentInWords(lastChange) : "before the copy was made"}. It holds:`,
  );
  for (const line of contents.lines) console.log(`  ${line}`);
  if (former) console.log(`What was there before is kept in ${former}. Delete it when nobody needs it any more.`);
  console.log("Everybody has to sign in again.");
  if (to.to !== undefined)
    console.log(
      "What was done after that moment is undone: roles ended since hold again, so look through /people first.",
    );
  console.log("Start the portal: npm run demo");
});
