import type { Metadata } from "next";
import { AccessibilityStatement } from "#components/people/accessibility-statement.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";

export const metadata: Metadata = { title: "Accessibility" };

export default function AccessibilityPage() {
  return (
    <PublicFrame current="/accessibility">
      <AccessibilityStatement />
    </PublicFrame>
  );
}
