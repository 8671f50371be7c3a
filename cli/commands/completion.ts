import { type Command, UsageError } from '../command.ts';
import { GLOBAL } from '../parse.ts';

type Commands = Readonly<Record<string, Command>>;
const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Completions of a shell, made from the commands. */
export const completionOf = (commands: () => Commands): Command => ({
  summary: `Write completions for ${SHELLS.join(', ')}: source <(pharos completion bash)`,
  positionals: ['SHELL'],
  options: {},
  run: async ({ given: [shell], out }) => {
    const write = { bash, zsh: (all: Commands) => `autoload -U bashcompinit && bashcompinit\n${bash(all)}`, fish };
    const make = write[shell as (typeof SHELLS)[number]];
    if (!make) throw new UsageError(`The shell is one of ${SHELLS.join(', ')}`);
    out.stdout.write(make(commands()));
  },
});

const optionsOf = (command: Command) => Object.entries({ ...command.options, ...GLOBAL });

/** Words after which a command's line goes on: its options, and the values of the one before. */
const bash = (commands: Commands): string => {
  const values = Object.entries(commands).flatMap(([name, command]) =>
    optionsOf(command).flatMap(([option, { choices }]) =>
      choices ? [`    "${name} --${option}") words="${choices.join(' ')}" ;;`] : [],
    ),
  );
  const options = Object.entries(commands).map(
    ([name, command]) =>
      `      ${name}) words="${optionsOf(command)
        .map(([option]) => `--${option}`)
        .join(' ')}" ;;`,
  );
  return `_pharos() {
  local words="" current="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}"
  case "$command \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${Object.keys(commands).join(' ')}"
  elif [ -z "$words" ] && [ "\${current#-}" != "$current" ]; then
    case "$command" in
${options.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _pharos pharos
`;
};

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const fish = (commands: Commands): string => {
  const lines = Object.entries(commands).flatMap(([name, command]) => [
    `complete -c pharos -f -n __fish_use_subcommand -a ${name} -d ${quoted(command.summary)}`,
    ...optionsOf(command).map(([option, { summary, short, type, choices }]) =>
      [
        `complete -c pharos -n '__fish_seen_subcommand_from ${name}' -l ${option}`,
        short && `-s ${short}`,
        type === 'string' && '-r',
        choices && `-a ${quoted(choices.join(' '))}`,
        `-d ${quoted(summary)}`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ]);
  return `${lines.join('\n')}\n`;
};
