/** `./tongban <command>`: each command is a file of its own, loaded only when called. */
const [name = 'start', ...rest] = process.argv.slice(2);

const commands: Record<string, () => Promise<{ run: (parameters: readonly string[]) => Promise<number> }>> = {
  start: () => import('./commands/start.ts'),
  migrate: () => import('./commands/migrate.ts'),
  import: () => import('./commands/import.ts'),
  export: () => import('./commands/export.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  doctor: () => import('./commands/doctor.ts'),
  user: () => import('./commands/user.ts'),
  demo: () => import('./commands/demo.ts'),
};

const command = commands[name];
if (!command) {
  console.error(`There is no command “${name}”. Commands: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
try {
  const { run } = await command();
  process.exitCode = await run(rest);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  process.exit(1);
}
