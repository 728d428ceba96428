import { connection } from "next/server";
import { Welcome } from "#components/indicators/welcome.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";
import { listWelcome } from "#lib/indicators/progress-queries.ts";
import { asPublic } from "#lib/scope.ts";

export default async function HomePage() {
  await connection();
  const areas = await asPublic(listWelcome);
  return (
    <PublicFrame current="/">
      <Welcome areas={areas} />
    </PublicFrame>
  );
}
