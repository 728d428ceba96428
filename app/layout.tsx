import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s – SEND partnership portal", default: "SEND partnership portal" },
  description: "One shared, honest set of figures for a local area partnership.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#0b4f55" };

/** Each page carries a nonce of its own, so none is made ahead. */
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
