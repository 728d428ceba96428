"use client";

import { Failure } from "#components/people/failure.tsx";
import "./globals.css";

/** When even the layout failed. */
export default function GlobalErrorPage({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong – SEND partnership portal</title>
        <main className="mx-auto max-w-page px-5 py-8">
          <Failure digest={error.digest} again={() => location.reload()} />
        </main>
      </body>
    </html>
  );
}
