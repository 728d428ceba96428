import type { ReactNode } from "react";
import { PageHead } from "#components/ui/page-head.tsx";
import { longDate } from "#lib/dates.ts";
import type { HeldRole, RolePage } from "#lib/people/role-queries.ts";
import { holdingInWords } from "#lib/people/role-rules.ts";
import { roleName } from "#lib/people/words.ts";
import { ConfirmFirst } from "./confirm-first.tsx";
import { PasswordLinkForm } from "./invite.tsx";
import { ChangeEndForm, EndRoleForm } from "./role-forms.tsx";

/** One role of one person: when it is held, and everything that the administrator may do about it. */
export function RoleOfPerson(props: {
  readonly role: RolePage;
  readonly done: string | null;
  readonly confirmed: boolean;
}) {
  const { role, done, confirmed } = props;
  const { person } = role;
  return (
    <>
      <PageHead
        title={`${roleName(role.role)}, ${role.organisation}`}
        above={<span className="wrap-anywhere">{person.name}</span>}
        below={sentence(role)}
      />
      {done && (
        <p role="status" className="mt-6 max-w-3xl border-l-[6px] border-green bg-green-wash px-5 py-3">
          {done}
        </p>
      )}
      <dl className="mt-6 grid max-w-3xl gap-x-6 gap-y-1 sm:grid-cols-[12rem_1fr]">
        <Fact name="E-mail address">{person.email}</Fact>
        <Fact name="Role last used">{role.lastUsedOn ? longDate(role.lastUsedOn) : "Never"}</Fact>
        <Fact name="Last seen">{person.lastSeen ?? "Has not signed in"}</Fact>
        {person.endedOn && <Fact name="Left on">{longDate(person.endedOn)}</Fact>}
      </dl>
      {role.own ? (
        <p className="mt-8 max-w-3xl">
          This role is your own. Nobody gives themselves a role or ends their own: ask another administrator.
        </p>
      ) : (
        <Changes role={role} confirmed={confirmed} />
      )}
      <Others roles={role.others} />
    </>
  );
}

function sentence(role: RolePage): string {
  if (role.standing === "ended") return `Ended: held ${holdingInWords(role)}.`;
  return role.standing === "held" ? `Held ${holdingInWords(role)}.` : `Not yet held: it runs ${holdingInWords(role)}.`;
}

function Changes({ role, confirmed }: { readonly role: RolePage; readonly confirmed: boolean }) {
  const { id, person, standing, toOn } = role;
  const path = `/people/${id}`;
  return (
    <>
      {!confirmed && (
        <div className="mt-8">
          <ConfirmFirst what="change this role or make a link" path={path} />
        </div>
      )}
      {standing !== "ended" && confirmed && (
        <>
          <Part id="end-now" title="End it now">
            <p className="mb-3">
              {standing === "held"
                ? "Whoever acts in this role is signed out at their next click."
                : "It will never be held."}{" "}
              An end cannot be taken back: the role would be given again.
            </p>
            <EndRoleForm roleId={id} name={person.name} />
          </Part>
          <Part id="end-later" title="End it on a day">
            <ChangeEndForm roleId={id} toOn={toOn} />
          </Part>
        </>
      )}
      {standing === "held" && (
        <Part id="leaver" title="Somebody leaves">
          <p>
            <a href={`${path}/leaver`} className="inline-block py-2">
              End the role and hand over what they have in hand
            </a>
          </p>
        </Part>
      )}
      <Part id="more" title="Another role">
        <p>
          <a href={`${path}/give`} className="inline-block py-2 wrap-anywhere">
            Give {person.name} another role
          </a>
        </p>
      </Part>
      {confirmed && (
        <Part id="password" title="A lost password or phone">
          <p className="mb-3">
            With the link they set a new password and set up their phone again. Until they use it nothing changes for
            them; then their other sessions end.
          </p>
          <PasswordLinkForm personId={person.id} />
        </Part>
      )}
    </>
  );
}

function Others({ roles }: { readonly roles: readonly HeldRole[] }) {
  if (roles.length === 0) return null;
  return (
    <Part id="others" title="Other roles here">
      <ul className="border-t border-line">
        {roles.map((other) => (
          <li key={other.id} className="border-b border-line py-2">
            <a href={`/people/${other.id}`}>
              {roleName(other.role)}, {other.organisation}
            </a>
            <span className="block text-soft">
              {other.standing === "ended" && "Ended: "}
              {holdingInWords(other)}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 max-w-3xl">
      <h2 id={id} className="mb-2">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
