/**
 * Moments as a person types them, in the time of London's clocks: "2026-11-22 10:00", with or without seconds. Pure.
 */

const TYPED = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?$/;
const LONDON = "Europe/London";
const SHOWN = new Intl.DateTimeFormat("en-GB", { timeZone: LONDON, dateStyle: "long", timeStyle: "medium" });

/**
 * Throws a plain sentence for what is no moment, and for the hour that the clocks skip in spring and repeat in autumn.
 * With an offset at its end ("2026-10-25 01:30+00:00") it says itself which of the two is meant.
 */
export function readMoment(typed: string): Temporal.Instant {
  const [, day, time, offset] = typed.trim().match(TYPED) ?? [];
  try {
    if (offset !== undefined) return Temporal.Instant.from(`${day}T${time}${offset}`);
    return onLondonsClocks(Temporal.PlainDateTime.from(`${day}T${time}`), typed);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(`"${typed}" is not a moment. Type it like "2026-11-22 10:00".`);
  }
}

function onLondonsClocks(clock: Temporal.PlainDateTime, typed: string): Temporal.Instant {
  const earlier = clock.toZonedDateTime(LONDON, { disambiguation: "earlier" });
  const later = clock.toZonedDateTime(LONDON, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return earlier.toInstant();
  if (!earlier.toPlainDateTime().equals(clock))
    throw new Error(
      `There was no ${typed} in London: the clocks went forward over it. Choose a moment before or after.`,
    );
  throw new Error(
    `${typed} came twice in London, as the clocks went back. Say which: "${typed}+01:00" is the first, "${typed}+00:00" the second.`,
  );
}

/** "22 November 2026 at 10:00:00" */
export function momentInWords(moment: Temporal.Instant | Date | string): string {
  return SHOWN.format(new Date(moment.toString()));
}

/** The first whole second that is not before the moment: people type no fractions. */
export function wholeSecondFrom(moment: Date | string): Date {
  return new Date(Math.ceil(new Date(moment).getTime() / 1000) * 1000);
}
