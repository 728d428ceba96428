import { ButtonForm } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import type { FormState } from "#lib/form-state.ts";

/** New recovery codes, shown once, to print or to copy; later only how many are left. */
export function RecoveryCodes(props: {
  readonly codes: readonly string[] | null;
  readonly left: number;
  readonly goOn: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly path: string | undefined;
}) {
  if (!props.codes) {
    return (
      <>
        <PageHead title="Recovery codes" />
        <p className="mt-6 max-w-3xl">
          Recovery codes are shown once, when they are made. You have {props.left} left.{" "}
          <a href="/account">Make new ones in your account</a>, if yours are lost.
        </p>
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Keep your recovery codes"
        below="Each lets you sign in once when your app is not at hand. They are shown this once: print them, or copy them into your password manager."
        tools={<PrintButton>Print them</PrintButton>}
      />
      <ul aria-label="Recovery codes" className="mt-6 grid max-w-xl gap-x-8 gap-y-2 text-lg sm:grid-cols-2">
        {props.codes.map((code) => (
          <li key={code} className="border-b border-line py-1 tabular-nums select-all">
            {code}
          </li>
        ))}
      </ul>
      <p className="mt-6 max-w-3xl">
        Keep them where you keep other secrets, and not on the phone that has the app. Codes that you had before do not
        work any more.
      </p>
      <div className="mt-6 print:hidden">
        <ButtonForm
          action={props.goOn}
          fields={props.path ? { path: props.path } : {}}
          label="I have kept them: go on"
        />
      </div>
    </>
  );
}
