const TONES = {
  plain: "bg-[#eceff1] text-[#33424d]",
  red: "bg-red-wash text-red",
  amber: "bg-amber-wash text-amber",
  green: "bg-green-wash text-green",
} as const;

export type Tone = keyof typeof TONES;

/** A few words that qualify what stands beside them. The words carry the meaning, the colour repeats it. */
export function Tag({ tone = "plain", children }: { readonly tone?: Tone; readonly children: string }) {
  return (
    <span className={`inline-block rounded-[3px] px-2 py-0.5 text-[13px] font-semibold leading-snug ${TONES[tone]}`}>
      {children}
    </span>
  );
}
