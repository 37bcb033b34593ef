"""What the command line says of itself, in Chinese: option lists on help pages, and usage errors in one sentence."""

from typer._click import Command, Context, HelpFormatter
from typer._click.exceptions import BadParameter, ClickException, MissingParameter, NoSuchOption, UsageError

from ledger.base.text import did_you_mean, width, wrap


def format_options(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    """Arguments, then options, under Chinese headings."""
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is None:
            continue
        names, words = record
        words = "显示本页" if "--help" in names else words.replace("[required]", "").strip()
        (arguments if parameter.param_type_name == "argument" else options).append((names, words))
    for title, rows in (("参数", arguments), ("选项", options)):
        if rows:
            write_list(formatter, title, rows)


def write_list(formatter: HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    """Names and what they mean in two columns, Chinese counted as two cells."""
    widest = max(width(name) for name, _ in rows)
    formatter.write(f"\n{title}：\n")
    for name, words in rows:
        first, *more = wrap(words, max(20, formatter.width - widest - 4))
        formatter.write(f"  {name}{' ' * (widest - width(name))}  {first}\n")
        for line in more:
            formatter.write(f"  {' ' * widest}  {line}\n")


def sentence(error: ClickException) -> str:
    """One sentence that says what was wrong and what to write instead."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "ledger"
    more = f"；用 {path} --help 查看写法"
    if isinstance(error, NoSuchOption):
        near = did_you_mean(error.option_name, error.possibilities or ())
        return f"没有 {error.option_name} 这个选项" + (f"；{near}" if near else more)
    if isinstance(error, MissingParameter):
        name = error.param.make_metavar(context) if error.param is not None and context is not None else ""
        return f"缺少 {name}{more}"
    if isinstance(error, BadParameter):
        name = error.param.opts[0] if error.param is not None else ""
        return f"{name} 的值不对{more}"
    if isinstance(error, UsageError):
        return _usage(error, more)
    return error.format_message()


def _usage(error: UsageError, more: str) -> str:
    message = error.message
    if message.startswith("Missing command"):
        return "没有写命令" + more
    if message.startswith("No such command"):
        typed = message.split("'")[1] if "'" in message else ""
        known = error.ctx.command.list_commands(error.ctx) if error.ctx is not None else []  # type: ignore[attr-defined]
        near = did_you_mean(typed, known)
        return f"没有 {typed} 这个命令" + (f"；{near}" if near else more)
    if message.startswith("Got unexpected extra argument"):
        return f"多写了参数：{message.rpartition('(')[2].rstrip(')')}{more}"
    if "requires an argument" in message:
        option = message.split("'")[1] if "'" in message else ""
        return f"{option} 后面要写一个值{more}"
    return message + more
