/** What the small-number rule did to the figures on this page, for a reader outside the partnership. */
export function SmallNumbers({ alreadyPublic }: { readonly alreadyPublic: boolean }) {
  return (
    <p className="mt-5 border-l-[6px] border-brand bg-wash px-5 py-3">
      {alreadyPublic
        ? "These figures are shown as their publisher printed them: the paper was already public when it came here."
        : "A count from 1 to 4 shows as c, and a rate that rests on so few, so that no child can be recognised."}
    </p>
  );
}
