/**
 * Which base copy a moment is restored from, and what a restore leads to. Pure: no clock, no disk.
 *
 * A restore begins a new life of the database (Postgres: a timeline), which leaves the former one at the moment restored
 * to. A moment is read as it was lived: what was there at two o'clock is found in the life that was led at two o'clock,
 * also when that life was left later.
 */

/** A copy can be rolled forward to any moment from `finishedAt` on. `timeline` and `position` say where it stands. */
export type BaseCopy = {
  readonly folder: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly timeline: number;
  /** The piece of WAL that rolling it forward begins with. */
  readonly firstPiece: string;
  /** Postgres's position ("0/3000148") where the copy is whole. */
  readonly position: string;
};

/** `from` is when it began to be led, as an ISO moment; "" for the first. */
export type Life = { readonly timeline: number; readonly from: string; readonly branches: readonly Branch[] };
/** An earlier life that this one goes back to, and the position where it left it. */
export type Branch = { readonly timeline: number; readonly position: string };

/** The lines of a timeline's history file. */
export function readBranches(history: string): Branch[] {
  return [...history.matchAll(/^(\d+)\t([0-9A-F]+\/[0-9A-F]+)/gim)].map(([, timeline, position = ""]) => ({
    timeline: Number(timeline),
    position,
  }));
}

/** The life led at that moment; the latest without one. `lives` is never empty. */
export function lifeAt(lives: readonly Life[], moment?: string): Life | undefined {
  const led = lives.filter(({ from }) => moment === undefined || from <= moment);
  return led.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1);
}

/** The copies that can be rolled forward into that life, oldest first. */
export function copiesFor(life: Life, copies: readonly BaseCopy[]): BaseCopy[] {
  return copies
    .filter((copy) => {
      if (copy.timeline === life.timeline) return true;
      const branch = life.branches.find(({ timeline }) => timeline === copy.timeline);
      return branch !== undefined && positionOf(copy.position) <= positionOf(branch.position);
    })
    .toSorted((one, other) => (one.finishedAt < other.finishedAt ? -1 : 1));
}

/** The copies but the newest `keep`, and the pieces of WAL that none of those needs. Histories are always kept. */
export function unneeded(copies: readonly BaseCopy[], pieces: readonly string[], keep: number) {
  const sorted = copies.toSorted((one, other) => (one.finishedAt < other.finishedAt ? -1 : 1));
  const old = sorted.slice(0, Math.max(0, sorted.length - keep));
  const first = sorted.slice(old.length).map(({ firstPiece }) => numberOf(firstPiece));
  const oldest = first.toSorted()[0] ?? "";
  return { copies: old, pieces: pieces.filter((name) => /^[0-9A-F]{24}/.test(name) && numberOf(name) < oldest) };
}

/** A piece's place in the log, whichever life it belongs to. */
function numberOf(piece: string): string {
  return piece.slice(8, 24);
}

function positionOf(position: string): bigint {
  const [high = "0", low = "0"] = position.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
