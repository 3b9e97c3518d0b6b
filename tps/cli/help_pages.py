"""How ``--help`` looks: plain text of 80 columns, options by subject, no option's name cut."""

from typer.core import TyperCommand, TyperGroup

# The heading of options that name none of their own.
OTHER = "Options"

# A command's purpose is printed whole: no first sentence is this long.
WHOLE = 500


def _records(command, context) -> dict[str, list[tuple[str, str]]]:
    """Lines of the help by heading, arguments first, headings in the order of their first option."""
    found: dict[str, list[tuple[str, str]]] = {"Arguments": []}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            own = "Arguments" if parameter.param_type_name == "argument" else OTHER
            found.setdefault(getattr(parameter, "rich_help_panel", None) or own, []).append(record)
    # What belongs to no subject stands last.
    if OTHER in found:
        found[OTHER] = found.pop(OTHER)
    return found


def _write_options(command, context, formatter) -> None:
    for heading, lines in _records(command, context).items():
        if lines:
            with formatter.section(heading):
                formatter.write_dl(lines)


class PlainCommand(TyperCommand):
    """A command whose options are listed by their ``rich_help_panel``."""

    def format_options(self, ctx, formatter) -> None:
        """Write arguments and options."""
        _write_options(self, ctx, formatter)


class PlainGroup(TyperGroup):
    """The same for the program itself."""

    def format_options(self, ctx, formatter) -> None:
        """Write options and commands."""
        _write_options(self, ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(WHOLE)) for name, command in self.commands.items()]
            )
