/** The calendar day in London that is so many days from today, as "2026-11-22". */
export function addedDays(days: number): string {
  return Temporal.Now.plainDateISO("Europe/London").add({ days }).toString();
}
