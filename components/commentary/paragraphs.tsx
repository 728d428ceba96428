import { paragraphs } from "#lib/commentary/rules.ts";

/** Typed words as they were typed: paragraphs kept, no markup, an address is text. */
export function Paragraphs({ words }: { readonly words: string }) {
  return paragraphs(words).map((paragraph, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a kept text never change places
    <p key={place} className="mt-2 max-w-3xl whitespace-pre-line wrap-anywhere">
      {paragraph}
    </p>
  ));
}
