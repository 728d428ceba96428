/** What a person of the demonstration is spared, where others have a password and a second step. */
export function DemoExempt() {
  return (
    <p className="mt-6 max-w-3xl">
      You are here as a person of the demonstration, who signs in without a password and without a second step, and need
      not show again that it is you before giving roles or taking data out.
    </p>
  );
}
