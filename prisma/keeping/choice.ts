import { listArchives, listCopies, listLives } from "./folder.ts";
import { momentInWords, wholeSecondFrom } from "./moment.ts";
import { type BaseCopy, copiesFor, lifeAt } from "./rules.ts";

/** What a restore begins with, and the life that it is rolled forward in. */
export type Choice = { readonly archive: string; readonly copy: BaseCopy; readonly timeline: number };

/** The newest copy from before the moment, in the life led then, of the cluster that was backed up last before it. */
export function choose(backups: string, moment: Temporal.Instant | undefined): Choice {
  const until = moment === undefined ? "~" : new Date(moment.epochMilliseconds).toISOString();
  const choices = listArchives(backups).flatMap((archive): Choice[] => {
    const life = lifeAt(listLives(archive), until);
    const copy = life && copiesFor(life, listCopies(archive)).findLast(({ finishedAt }) => finishedAt <= until);
    return copy ? [{ archive, copy, timeline: life.timeline }] : [];
  });
  const [choice] = choices.toSorted((one, other) => (one.copy.finishedAt > other.copy.finishedAt ? -1 : 1));
  if (choice) return choice;
  const [first] = listArchives(backups)
    .flatMap(listCopies)
    .map(({ finishedAt }) => finishedAt)
    .toSorted();
  throw new Error(
    `There is no copy from before ${momentInWords(moment ?? "")}: the first is of ${momentInWords(wholeSecondFrom(first ?? ""))}.`,
  );
}
