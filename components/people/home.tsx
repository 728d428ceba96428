import type { ReactNode } from "react";
import { PageHead } from "#components/ui/page-head.tsx";
import type { Role } from "#lib/people/schema.ts";
import { roleName } from "#lib/people/words.ts";

const SOON = "will be here when casework is connected.";

/** What each role will work on, as the access rule says it; a role that lands elsewhere has none. */
const WORK: Partial<Record<Role, string>> = {
  "case officer": `The requests, assessments, plans and annual reviews of every child in the area ${SOON}`,
  "council adviser": `The children whose advice was asked of you, while their assessment is open, ${SOON}`,
  "health officer": `The health advice asked of your organisation, and the plans whose health provision it delivers, ${SOON}`,
  "social care officer": `The social care advice asked of your organisation, and the plans whose social care provision it delivers, ${SOON}`,
  senco: `The annual reviews of pupils on your school’s roll ${SOON}`,
  "head teacher": `The annual reviews of pupils on your school’s roll, and your school’s figures to sign, ${SOON}`,
};

/**
 * The first page of whoever works on cases. `figures` is the slot for the figures they may see, `news` for what others
 * did; null when there is nothing.
 */
export function Home(props: {
  readonly role: Role;
  readonly organisation: string;
  readonly news: ReactNode;
  readonly figures: ReactNode;
}) {
  return (
    <>
      <PageHead title="Your work" above={`${roleName(props.role)}, ${props.organisation}`} below={WORK[props.role]} />
      {props.news}
      {props.figures}
    </>
  );
}
