import { PageHead } from "#components/ui/page-head.tsx";
import type { RegisterView } from "#lib/people/register-queries.ts";
import { Holders } from "./holders.tsx";
import { InvitationList } from "./invite-list.tsx";
import { Organisations } from "./organisations.tsx";

type Props = { readonly area: string; readonly register: RegisterView; readonly done: string | null };

/** Who holds which role in an area, who is invited to one, and the organisations they hold them in. */
export function Register({ area, register, done }: Props) {
  const { held, organisations, search } = register;
  const found = search === "" ? "" : ` by people with “${search}” in their name or address`;
  return (
    <>
      <PageHead
        title="People and organisations"
        below={
          <span className="wrap-anywhere">
            {count(held, "role is", "roles are")} on record in {area}
            {found}, in {count(organisations.length, "organisation", "organisations")}.
          </span>
        }
        tools={
          <>
            <a href="/people/invite" className={TOOL}>
              Invite somebody
            </a>
            <a href="/people/review" className={TOOL}>
              Review access
            </a>
          </>
        }
      />
      {done && (
        <p role="status" className="mt-6 border-l-[6px] border-green bg-green-wash px-5 py-3">
          {done}
        </p>
      )}
      <Holders register={register} />
      <InvitationList invitations={register.invitations} />
      <Organisations area={area} organisations={organisations} />
    </>
  );
}

const TOOL =
  "inline-flex min-h-11 items-center rounded-[3px] border-2 border-brand px-3.5 font-semibold !text-brand no-underline";

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
