import { PageHead } from "#components/ui/page-head.tsx";

/** What is known about how the portal can be used, and by whom it was tested. Only what is true may stand here. */
export function AccessibilityStatement() {
  return (
    <>
      <PageHead
        title="Accessibility"
        below="The portal is meant to be used by everybody. It aims to meet the Web Content Accessibility Guidelines 2.2 at level AA."
      />
      <div className="max-w-3xl">
        <h2 className="mt-8">What you can do</h2>
        <ul className="mt-2 list-disc pl-6">
          <li>Use every page with a keyboard alone.</li>
          <li>Read every page and send every form with JavaScript switched off.</li>
          <li>Enlarge the page to 400%. Only wide tables scroll sideways, and the keyboard can reach them.</li>
          <li>Use your own colours, such as the contrast themes of Windows.</li>
          <li>Read every chart as a table that stands beside it.</li>
          <li>Paste into every field, a password too.</li>
        </ul>
        <h2 className="mt-8">What you should know</h2>
        <ul className="mt-2 list-disc pl-6">
          <li>
            You are signed out after 30 minutes in which you open nothing. You are told five minutes before and can
            stay, without losing what you have typed. That warning needs JavaScript.
          </li>
          <li>Twelve hours after signing in you must sign in again. There is no warning before that.</li>
          <li>
            A code to sign in with is entered within ten minutes of the password; after that you begin again. The app
            shows a new code every 30 seconds, and the one before is still accepted.
          </li>
          <li>
            Before giving roles or taking data out you show again that it is you, if you have not for ten minutes. What
            you have typed stays.
          </li>
          <li>When the portal itself fails, the page that says so needs JavaScript.</li>
        </ul>
        <h2 className="mt-8">How it was tested</h2>
        <p className="mt-2">
          Each time the portal is changed, its tests open its pages in a real browser (Chromium), check them with axe in
          ordinary and in forced colours, and send forms with JavaScript switched off. Nobody outside the project has
          audited it, and it has not been tested with people who use assistive technology.
        </p>
        <h2 className="mt-8">How to report a problem</h2>
        <p className="mt-2">
          This demonstration has no contact address. If a council that runs the portal does not answer you, you can turn
          to the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
        </p>
        <p className="mt-8 text-soft">This statement was written on 22 November 2026.</p>
      </div>
    </>
  );
}
