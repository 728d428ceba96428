import { PageHead } from "#components/ui/page-head.tsx";
import type { RegisterView } from "#lib/people/register-queries.ts";
import { Holders } from "./holders.tsx";
import { Organisations } from "./organisations.tsx";

/** Who holds which role in an area, and the organisations they hold them in. */
export function Register({ area, register }: { readonly area: string; readonly register: RegisterView }) {
  const { held, organisations } = register;
  return (
    <>
      <PageHead
        title="People and organisations"
        below={`${count(held, "role is", "roles are")} held in ${area}, in ${count(organisations.length, "organisation", "organisations")}.`}
      />
      <Holders register={register} />
      <Organisations area={area} organisations={organisations} />
    </>
  );
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
