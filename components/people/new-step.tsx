import type { FormState } from "#lib/form-state.ts";
import type { NewStepView } from "#lib/people/new-step-view.ts";
import { CodeForm } from "./code-form.tsx";

/** Takes an authenticator app through the set-up: the key to scan or to type, then the first code, which proves it. */
export function NewStep(props: {
  readonly step: NewStepView;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly path?: string | undefined;
}) {
  const { size, path } = props.step.qr;
  return (
    <ol className="mt-6 grid max-w-3xl list-decimal gap-6 pl-6 marker:font-semibold">
      <li>
        <h2>Have an authenticator app</h2>
        <p className="mt-1">
          Any app that makes six-digit codes will do: your organisation’s, the one of your phone or of your password
          manager, Google Authenticator or Microsoft Authenticator. It needs no signal.
        </p>
      </li>
      <li>
        <h2>Give it this key</h2>
        <p className="mt-1">Add an account in the app and point it at this square:</p>
        <svg
          role="img"
          aria-label="A QR code of the key that is written below"
          viewBox={`0 0 ${size} ${size}`}
          className="mt-3 w-52 forced-color-adjust-none bg-white"
          shapeRendering="crispEdges"
        >
          <path d={path} fill="#000" />
        </svg>
        <p className="mt-3">
          Or, on this device, <a href={props.step.link}>open it in your app</a>. Or type the key:
        </p>
        <p className="mt-1 font-semibold wrap-anywhere select-all">{props.step.key}</p>
      </li>
      <li>
        <h2>Enter the code it shows</h2>
        <div className="mt-2">
          <CodeForm
            action={props.action}
            submit="Set it up"
            label="Six-digit code"
            hint="The app shows a new one every 30 seconds. Spaces do not matter."
            path={props.path}
          />
        </div>
      </li>
    </ol>
  );
}
