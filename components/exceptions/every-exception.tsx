/** The way to every exception report, for whoever reads exact figures. */
export function EveryException() {
  return (
    <p className="mt-3 print:hidden">
      <a href="/exceptions">Every exception report</a>
    </p>
  );
}
