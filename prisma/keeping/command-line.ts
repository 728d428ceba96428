/** Runs what a person asked for in a shell: what goes wrong is said in its sentence, and the command ends with 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    refuseForeignDatabase();
    await work();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function refuseForeignDatabase(): void {
  if (process.env.DATABASE_URL)
    throw new Error(
      "DATABASE_URL names a Postgres of your own. Back it up and restore it with its own tools: README.md says how.",
    );
}
