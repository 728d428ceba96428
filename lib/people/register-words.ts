const DONE: Readonly<Record<string, string>> = {
  given: "The role is given.",
  changed: "The end of the role is set.",
  ended: "The role is ended: whoever acts in it is signed out at their next click.",
  "taken-back": "The link is taken back: it opens nothing any more.",
};

/** What was just done, from the address of the page: `moved` counts reports, drafts and files handed over. */
export function doneInWords(done: unknown, moved?: unknown): string | null {
  if (typeof done !== "string") return null;
  if (done !== "handed-over") return Object.hasOwn(DONE, done) ? (DONE[done] ?? null) : null;
  const counts =
    typeof moved === "string" && /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(moved) ? moved.split(".").map(Number) : [];
  const [reports = 0, drafts = 0, files = 0] = counts;
  if (reports + drafts + files === 0) return "The end of the role is set. There was nothing in hand to hand over.";
  const parts = [
    quantity(reports, "exception report", "exception reports"),
    quantity(drafts, "draft", "drafts"),
    quantity(files, "file that waits", "files that wait"),
  ];
  return `Handed over: ${parts.filter((part) => part !== "").join(", ")}. The end of the role is set.`;
}

function quantity(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
