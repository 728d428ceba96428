import type { ReactNode } from "react";
import { PageHead } from "#components/ui/page-head.tsx";
import { longDate } from "#lib/dates.ts";
import type { LeaverPage } from "#lib/people/leaver-queries.ts";
import { roleName } from "#lib/people/words.ts";
import { ConfirmFirst } from "./confirm-first.tsx";
import { HandOverForm } from "./leaver-form.tsx";
import { LeaverQuestions } from "./leaver-questions.tsx";

/** Somebody leaves: to whom what they have in hand goes, and when the role ends; then the answers once more, to check. */
export function Leaver({ page, confirmed }: { readonly page: LeaverPage; readonly confirmed: boolean }) {
  const { role, answers } = page;
  return (
    <>
      <PageHead
        title={answers ? "Check before you hand over" : "End a role and hand over"}
        above={
          <span className="wrap-anywhere">
            {role.person.name}, {roleName(role.role)}, {role.organisation}
          </span>
        }
        below={
          answers
            ? undefined
            : "What they have in hand is: exception reports that the board has not seen, drafts of commentary, and files that wait for confirmation. You move them without reading them."
        }
      />
      <div className="mt-8 max-w-3xl">
        <Body page={page} confirmed={confirmed} />
      </div>
      <p className="mt-8">
        <a href={`/people/${role.id}`}>Back to the role</a>
      </p>
    </>
  );
}

function Body({ page, confirmed }: { readonly page: LeaverPage; readonly confirmed: boolean }): ReactNode {
  const { role, successors, answers } = page;
  if (role.own) return <p>Nobody ends a role of their own: ask another administrator.</p>;
  if (role.standing !== "held") return <p>This role is not held today: there is nothing to hand over.</p>;
  if (successors.length === 0) return <Nobody page={page} />;
  if (!answers) return <LeaverQuestions page={page} />;
  return (
    <>
      <dl className="grid gap-x-6 gap-y-1 border-y border-line py-4 sm:grid-cols-[14rem_1fr]">
        <dt className="text-soft">What they have in hand goes to</dt>
        <dd className="wrap-anywhere">
          {answers.successor.name}, {answers.successor.email}: at once
        </dd>
        <dt className="text-soft">The role ends on</dt>
        <dd>
          {longDate(answers.endOn)}
          {answers.endOn === role.today && ", today: whoever acts in it is signed out at their next click"}
        </dd>
      </dl>
      <p className="my-4">
        <a href={`/people/${role.id}/leaver`}>Change the answers</a>
      </p>
      {confirmed ? (
        <HandOverForm roleId={role.id} toRoleId={answers.successor.id} endOn={answers.endOn} />
      ) : (
        <ConfirmFirst
          what="hand over and end the role"
          path={`/people/${role.id}/leaver?toRoleId=${answers.successor.id}&endOn=${answers.endOn}`}
        />
      )}
    </>
  );
}

function Nobody({ page: { role } }: { readonly page: LeaverPage }) {
  return (
    <>
      <p>
        Nobody else holds the role {roleName(role.role)} at {role.organisation} today, so there is nobody to hand over
        to. Only somebody in the same role can go on with what is in hand.
      </p>
      <ol className="mt-3 list-decimal pl-6">
        <li>
          <a href="/people/invite">Invite their successor</a>, or give the role to somebody of the area. They must have
          taken it up before you hand over.
        </li>
        <li>Come back here.</li>
      </ol>
      <p className="mt-3">
        Or <a href={`/people/${role.id}`}>end the role</a> alone: what is in hand then stays where it is, and its
        organisation still sees it.
      </p>
    </>
  );
}
